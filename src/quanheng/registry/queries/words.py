"""Looking for words within words among a million rows: the pieces of two characters find who may have them, the words decide."""

from django.db.models import BooleanField, F, Func, Q, Value
from django.db.models.functions import Lower, StrIndex

from quanheng.registry.models.pieces import Pieces


def written(*columns: str, words: str, are_many: bool = False) -> Q:
    """The words stand in one of the columns, small letters or capitals; `columns` as the index over their pieces has them.

    For words that thousands have, leave the index aside: the list is then walked in its order, and meets enough of them.
    A single character has no piece; it is looked for where a column begins.
    """
    if len(words) < 2:
        return Q(*(Q(**{f"{column}__istartswith": words}) for column in columns), _connector=Q.OR)
    said = Q(
        *(Q(_Stands(StrIndex(Lower(F(column)), Value(words.lower())))) for column in columns), _connector=Q.OR
    )
    return said if are_many else said & Q(_Holds(Pieces(*columns), Pieces(Value(words))))


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
