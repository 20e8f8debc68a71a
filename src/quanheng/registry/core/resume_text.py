"""Writer of the 简历 text in the canonical form of the appointment form: an 18-column head, then the text."""

from datetime import date

from quanheng.registry.core.resume import Resume, ResumeLine, read

_COLUMN = 18


def write(resume: Resume) -> str:
    """The canonical text; reading it again gives an equal résumé.

    >>> print(write(read("1991.1-2000.01 某局科员(其间:1995.09-1998.07某校学习)")))
    1991.01--2000.01  某局科员
                      （其间：1995.09-1998.07某校学习）
    """
    rows = [row for line in resume.lines for row in _rows(line)]
    return "\n".join([*rows, "", *resume.closing] if resume.closing else rows)


def canonical(written: str) -> str:
    """The canonical form of a résumé text; running it twice changes nothing more."""
    return write(read(written))


def head(from_on: date, until_on: date | None) -> str:
    """The 18-column date head.

    >>> head(date(2015, 4, 1), None)
    '2015.04--         '
    """
    until = f"{until_on:%Y.%m}" if until_on else ""
    return f"{from_on:%Y.%m}--{until}".ljust(_COLUMN)


def _rows(line: ResumeLine) -> list[str]:
    if line.from_on is None:
        return [line.text]
    notes = [f"{'':{_COLUMN}}（{note}）" for note in line.notes]
    return [(head(line.from_on, line.until_on) + line.text).rstrip(), *notes]
