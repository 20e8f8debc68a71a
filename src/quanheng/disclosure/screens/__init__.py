"""Pages of the disclosure room: the public ones without sign-in, and the staff's."""
