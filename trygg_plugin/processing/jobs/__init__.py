"""What the composed jobs are made of: sections that may fail alone, a page, a folder, a group."""
