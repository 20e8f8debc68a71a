"""tests actions of the exchange room."""
