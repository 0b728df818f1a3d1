"""What the panels write and ask: plain functions over a workspace, one module a topic. No Qt."""
