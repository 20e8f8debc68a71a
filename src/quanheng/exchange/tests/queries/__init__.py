"""tests queries of the exchange room."""
