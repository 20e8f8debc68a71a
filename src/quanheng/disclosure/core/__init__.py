"""Pure decisions of the disclosure room: the period of a notice, what a notice may show. No Django."""
