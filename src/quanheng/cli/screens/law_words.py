"""The law's sentences in Chinese or English for the terminal, without Django's translations."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib

from quanheng.kernel.texts import Text
from quanheng.regulation.core.english import law_english

Say = Callable[[object], str]
SENTENCES = Path(__file__).parents[2] / "regulation" / "locale" / "en" / "LC_MESSAGES" / "django.po"


def speaker(*, english: bool) -> Say:
    """A function that says a sentence or a value in the wanted language."""
    words = (
        law_english() | {entry.msgid: entry.msgstr for entry in polib.pofile(str(SENTENCES))}
        if english
        else {}
    )

    def say(value: object) -> str:
        if isinstance(value, Text):
            template = str(words.get(value.template, value.template))
            return (
                template.format(**{name: say(each) for name, each in value.blanks.items()})
                if value.blanks
                else template
            )
        return value.isoformat() if isinstance(value, date) else str(value)

    return say
