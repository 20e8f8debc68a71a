"""tests screens of the exchange room."""
