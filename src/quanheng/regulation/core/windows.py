"""How long sanctions and treatments restrict a person: each window, those that add up, and the longest.

Rules h-party-version, h-party-sanctions, h-admin-sanctions, h-org-treatment, h-admonish-6m, the two resanction
rules and h-longest-wins. A window that rests on something unverified is kept apart: it advises only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, LastDay, corresponding_day, last_day
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.sanctions import Act, Effect, Family, Sanction

PARTY_ADDS, PARTY_ADVISED = (
    date(2024, 1, 1),
    date(2016, 1, 1),
)  # law since 2024, published guidance since 2016
STATE = (Family.STATE, Family.INSTITUTION)
AUTOMATIC = {
    Family.STATE: date(2019, 6, 1),
    Family.INSTITUTION: date(2023, 11, 6),
}  # from then on they end by themselves
CAP = "state_sanctions.joined_months_most"


@dataclass(frozen=True)
class Window:
    """影响期: the days `from_on` to `last_on`, both included, and the acts barred. `sanctions` are the ids behind it."""

    family: Family
    from_on: date
    last_on: date
    bars: frozenset[Act]
    is_verified: bool
    sanctions: tuple[str, ...]
    parameter: str

    def runs(self, on: date) -> bool:
        """Whether it restricts on a day."""
        return self.from_on <= on <= self.last_on


def windows(
    sanctions: Iterable[Sanction], *, on: date, rule: LastDay = LastDay.EVE, law: Library | None = None
) -> list[Window]:
    """Every window known on a day: one or two for each sanction, then the joined ones of each family.

    `rule` is the house-wide switch for the last day of a period (convention 8).

    >>> demerit = Sanction(family=Family.STATE, kind="记过", effective_on=date(2023, 5, 10))
    >>> windows([demerit], on=date(2023, 6, 1))[0].last_on
    datetime.date(2024, 5, 9)
    """
    law = law or library()
    standing = [each for each in sanctions if each.effective_on <= on and not _is_revoked(each, on)]
    single = {
        each: list(_windows_of(each, on, rule, law))
        for each in sorted(standing, key=lambda s: s.effective_on)
    }
    party = [each for each in single if each.family is Family.PARTY]
    state = [each for each in single if each.family in STATE]
    joined = (*_joined(party, single, rule, law), *_joined(state, single, rule, law))
    return [window for each in single.values() for window in each] + list(joined)


def restricted_until(
    sanctions: Iterable[Sanction],
    *,
    on: date,
    act: Act = Act.PROMOTION,
    rule: LastDay = LastDay.EVE,
    law: Library | None = None,
    with_unverified: bool = False,
) -> date:
    """The last day on which `act` is barred: the longest window that bars it (h-longest-wins).

    NO_DATE when none ever did, OPEN_ENDED when no end is known (rights not restored, dismissal). Windows resting
    on unverified figures count only `with_unverified`: that is the fact `restriction_advised_until`.

    >>> restricted_until([], on=date(2026, 1, 1)) == NO_DATE
    True
    """
    return longest(windows(sanctions, on=on, rule=rule, law=law), act=act, with_unverified=with_unverified)


def longest(found: Iterable[Window], *, act: Act = Act.PROMOTION, with_unverified: bool = False) -> date:
    """The last day of the windows that bar `act`, as `restricted_until` says it."""
    counted = [each.last_on for each in found if act in each.bars and (each.is_verified or with_unverified)]
    return max(counted, default=NO_DATE)


def free_from(last: date) -> date:
    """The first day after a restriction; NO_DATE and OPEN_ENDED stay as they are.

    >>> free_from(date(2024, 5, 9))
    datetime.date(2024, 5, 10)
    """
    return last if last in (NO_DATE, OPEN_ENDED) else last + timedelta(days=1)


def months_of(sanction: Sanction, *, law: Library | None = None) -> int | None:
    """The months of its own window, the longest of them; None where it has no end or no window.

    >>> months_of(Sanction(family=Family.STATE, kind="记过", effective_on=date(2023, 5, 10)))
    12
    """
    law = law or library()
    found = [max(_months(sanction, effect, law))[0] for effect in sanction.effects()]
    return max(found, default=0) or None


def has_ended(sanction: Sanction, *, on: date, law: Library | None = None) -> bool | None:
    """Whether a sanction is over on a day (h-admin-lift); None where that needs a decision nobody recorded.

    State sanctions whose period ended before 2019-06-01 (of institution staff before 2023-11-06) end by a written decision, later
    ones by themselves; probation within the Party by the decision that restores rights.
    """
    found = windows([sanction], on=max(on, sanction.effective_on), law=law)
    last = max((each.last_on for each in found), default=sanction.effective_on)
    if last == OPEN_ENDED and sanction.kind == "留党察看":
        return None if on > sanction.effective_on else False
    if on <= last:
        return False
    if sanction.family not in AUTOMATIC or last >= AUTOMATIC[sanction.family]:
        return True
    return sanction.lifted_on <= on if sanction.lifted_on else None


def _is_revoked(sanction: Sanction, on: date) -> bool:
    return sanction.revoked_on is not None and sanction.revoked_on <= on


def _windows_of(sanction: Sanction, on: date, rule: LastDay, law: Library) -> Iterator[Window]:
    for effect in sanction.effects():
        for months, is_verified in _months(sanction, effect, law):
            start = _start(sanction)
            last = last_day(start, months, rule=rule) if start and months else OPEN_ENDED
            last = max(last, sanction.extended_to or last)
            ids = (sanction.id,) if sanction.id else ()
            yield Window(
                sanction.family,
                sanction.effective_on,
                last,
                sanction.bars(effect, on),
                is_verified,
                ids,
                effect.months,
            )


def _start(sanction: Sanction) -> date | None:
    return sanction.rights_restored_on if sanction.kind == "留党察看" else sanction.effective_on


def _months(sanction: Sanction, effect: Effect, law: Library) -> list[tuple[int, bool]]:
    """Months with whether they are certain; two entries where the conduct's date decides and is unknown."""
    if sanction.months or not effect.months:
        return [(sanction.months or 0, True)]
    decided = _figure(law, effect.months, sanction.decided_on or sanction.effective_on)
    if sanction.family is not Family.PARTY:
        return [decided]
    if sanction.conduct_on is None:
        lightest = min(figure.value for figure in law.parameters[effect.months].figures)
        return [decided] if lightest >= decided[0] else [(lightest, decided[1]), (decided[0], False)]
    own = _figure(law, effect.months, sanction.conduct_on)
    return [
        min(own, decided)
    ]  # 从旧兼从轻: the text of the conduct's time, or the later one where it is lighter


def _figure(law: Library, name: str, on: date) -> tuple[int, bool]:
    figure = law.figure(name, on)
    if figure is None:  # before the first figure encoded: the first one, as advice
        return law.parameters[name].figures[0].value, False
    return figure.value, figure.is_verified


def _joined(
    sanctions: list[Sanction], single: dict[Sanction, list[Window]], rule: LastDay, law: Library
) -> Iterator[Window]:
    """Windows that meet through a new decision add up (convention 16)."""
    running: Window | None = None
    for sanction in (each for each in sanctions if single[each]):
        new = max(single[sanction], key=lambda window: window.last_on)
        if running and sanction.effective_on <= running.last_on < OPEN_ENDED and new.last_on < OPEN_ENDED:
            is_law, adds = _adds(sanction)
            if adds:
                running = _added(running, new, sanction, is_law, rule, law)
                yield running
                continue
        running = new if running is None or new.last_on > running.last_on else running


def _adds(sanction: Sanction) -> tuple[bool, bool]:
    decided = sanction.decided_on or sanction.effective_on
    if sanction.family in STATE:
        return True, True
    return decided >= PARTY_ADDS, decided >= PARTY_ADVISED


def _added(old: Window, new: Window, sanction: Sanction, is_law: bool, rule: LastDay, law: Library) -> Window:
    months, is_certain = max(_months(sanction, sanction.effects()[0], law))
    if rule is LastDay.EVE:
        last = corresponding_day(old.last_on + timedelta(days=1), months) - timedelta(days=1)
    else:
        last = corresponding_day(old.last_on, months)
    if sanction.family in STATE:
        cap = _figure(law, CAP, sanction.decided_on or sanction.effective_on)[0]
        last = min(last, last_day(sanction.effective_on, cap, rule=rule))
    is_verified = is_law and is_certain and old.is_verified
    ids = old.sanctions + new.sanctions
    return Window(new.family, old.from_on, last, old.bars | new.bars, is_verified, ids, new.parameter)
