"""选举法版本与条号: which text applies, and how it numbers an article of the 2020 text."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)
REVIEW = date(2015, 8, 29)
NEWEST = date(2020, 10, 18)


FIRST_DAYS = (("2020", NEWEST), ("2015", REVIEW), ("2010", EQUAL), ("1995", FIRST))
LAST_ARTICLE = 60


def version_of(*, election_day: date, on: date) -> str | None:
    """The text in force on election day (convention B9)."""
    return next((version for version, first in FIRST_DAYS if first <= election_day), None)


def article_of(*, article_of_2020: int, election_law_version: str, on: date) -> int | None:
    """The number an article had in that text, 0 where it was not there, None where the text was not seen."""
    if election_law_version == "1995" or article_of_2020 > LAST_ARTICLE:
        return None
    if election_law_version == "2020" or article_of_2020 == 1:
        return article_of_2020
    if election_law_version == "2015":
        return 0 if article_of_2020 == 2 else article_of_2020 - 1
    return _article_of_2010(article_of_2020)


def _article_of_2010(article: int) -> int:
    if article in (2, 35, 47):  # new in 2020, 2015 and 2015
        return 0
    return article - sum(article > new for new in (2, 35, 47))


def stage_of(*, election_regime: str, election_round: str | None, on: date) -> str | None:
    """Kind and round in one word; a round not stated is the first, and a re-run goes by the rules of the first."""
    if election_regime not in ("direct", "indirect", "leaders"):
        return None
    later_round = election_round in ("tie", "runoff", "by_election")
    return f"{election_regime}_{election_round}" if later_round else election_regime


versions = Derivation(
    id="congress_elections.versions",
    catalogue="el-version-map",
    subject="election",
    since=FIRST,
    term="选举法适用版本",
    term_en="Version of the Election Law",
    means="The text in force on election day applies.",
    means_zh="适用选举日有效的文本。",
    fact="election_law_version",
    reads=("election_day",),
    reckon=version_of,
    cites=("version_map",),
)

articles = Derivation(
    id="congress_elections.articles",
    catalogue="el-version-map",
    subject="election",
    since=FIRST,
    term="选举法条号对照",
    term_en="Article numbers of the Election Law",
    means="The number that an article of the 2020 text bore in the text of election day.",
    means_zh="2020年文本的条文在选举日文本中的条号。",
    fact="article_that_day",
    reads=("article_of_2020", "election_law_version"),
    reckon=article_of,
    cites=("version_map",),
)

stages = Derivation(
    id="congress_elections.stages",
    catalogue="el-rerun",
    subject="election",
    since=FIRST,
    term="选举方式与轮次",
    term_en="Kind and round",
    means="A round that is not stated is the first; a re-run goes by the rules of the first round.",
    means_zh="未注明轮次的按首次选举；重新选举适用首次选举的规定。",
    fact="election_stage",
    reads=("election_regime",),
    optional=("election_round",),
    reckon=stage_of,
    cites=("version_map",),
)
