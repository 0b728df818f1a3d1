"""Problems: place and phenomenon, their priority and their causes."""
