"""The actions floor of the selection room."""
