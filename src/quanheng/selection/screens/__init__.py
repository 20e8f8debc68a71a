"""The screens floor of the selection room."""
