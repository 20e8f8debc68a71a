"""Pages of the web room."""
