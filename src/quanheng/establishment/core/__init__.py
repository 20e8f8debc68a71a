"""Pure sums of the establishment room."""
