"""The queries floor of the oversight room."""
