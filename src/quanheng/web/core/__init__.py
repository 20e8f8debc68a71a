"""Pure parts of the web room."""
