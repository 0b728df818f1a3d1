"""Where records live: schema, engines, history, conflict checks, repositories."""
