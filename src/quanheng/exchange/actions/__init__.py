"""Actions of the exchange room."""
