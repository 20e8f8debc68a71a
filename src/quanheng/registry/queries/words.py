"""Looking for words within words among a million rows: the pieces of two characters find who may have them, the words decide."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.functions import Lower, StrIndex

from quanheng.registry.models.pieces import Pieces


def written(*columns: str, words: str, are_many: bool = False) -> Q:
    """The words stand in one of the columns, small letters or capitals; `columns` as the index over their pieces has them.

    For words that thousands have, leave the index aside: the list is then walked in its order, and meets enough of them.
    A single character has no piece; it is looked for where a column begins.
    """
    if len(words) < 2:
        return Q(*(Q(**{f"{column}__istartswith": words}) for column in columns), _connector=Q.OR)
    said = Q(*(Q(_Stands(_place(column, words))) for column in columns), _connector=Q.OR)
    return said if are_many else said & Q(_Holds(Pieces(*columns), Value(_pieces(words), _ARRAY)))


_ARRAY = ArrayField(TextField())
MOST_PIECES = 4


def _pieces(words: str) -> list[str]:
    """Pieces side by side that cover the words, not every two neighbours: the index is asked for few, the words decide."""
    small = words.lower()
    starts = [*range(0, len(small) - 1, 2), len(small) - 2]
    return list(dict.fromkeys(small[start : start + 2] for start in starts))[:MOST_PIECES]


def _place(column: str, words: str) -> StrIndex:
    """Where the words stand; Chinese has no capitals, and making small letters of a column costs more than the look."""
    if words.lower() == words.upper():
        return StrIndex(F(column), Value(words))
    return StrIndex(Lower(F(column)), Value(words.lower()))


def begins(column: str, words: str) -> Q:
    """The column begins with the words. An operator that leaks nothing, so that an index answers it behind a security barrier, too."""
    return Q(_Begins(F(column), Value(words)))


class _Begins(Func):
    template, arg_joiner = "(%(expressions)s)", " ^@ "
    output_field = BooleanField()


class _Holds(Func):
    """Every piece on the right is among those on the left."""

    template, arg_joiner = "(%(expressions)s)", " @> "
    output_field = BooleanField()


class _Stands(Func):
    """Not LIKE: the database takes what a LIKE finds for very rare, and would gather every section chief to sort them."""

    template = "(%(expressions)s > 0)"
    output_field = BooleanField()
