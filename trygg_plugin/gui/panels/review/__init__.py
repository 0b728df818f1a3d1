"""The queue of incoming incidents, and all that is done with one."""
