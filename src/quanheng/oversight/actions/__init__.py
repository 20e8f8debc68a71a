"""The actions floor of the oversight room."""
