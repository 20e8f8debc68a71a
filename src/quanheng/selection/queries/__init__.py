"""The queries floor of the selection room."""
