"""Words cut into every two neighbouring characters, for indexes that find words within words (migration 0007)."""

from django.db.models import Func


class Pieces(Func):
    """二字片段: of all the columns given, in small letters. An index answers only to the very columns it was made of."""

    function = "registry_pieces"


class PiecesOf(Func):
    """The same with a mark of the authority, the first column given: words are then looked for among its people alone."""

    function = "registry_pieces_of"
