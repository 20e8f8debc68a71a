"""What both readings of a rule share: which rules are asked, what meets them, which light a failure gives."""

from collections.abc import Callable, Iterable
from datetime import date

from quanheng.kernel.expressions import Expression
from quanheng.kernel.situations import Situation
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.library import Library
from quanheng.regulation.core.rules import Rule


def asked_rules(law: Library, on: date, rules: Iterable[str] | None, subject: str | None) -> list[Rule]:
    """The rules to judge by: those named, or every rule of every instrument in force, of one subject if given.

    Raises NotInForce when a named rule's instrument (or, naming none, every instrument) begins after `on`;
    KeyError for an unknown rule.
    """
    if rules is not None:
        named = [law.rule(each) for each in rules]
        for rule in named:
            law.instruments[rule.instrument].version_on(on)
    else:
        begun = {name for name, each in law.instruments.items() if each.versions[0].from_on <= on}
        named = [rule for rule in law.rules.values() if rule.instrument in begun]
        if not named:
            raise NotInForce(f"no instrument is encoded for {on}")
    return [rule for rule in named if subject is None or rule.subject == subject]


def met_by(law: Library, rule: Rule, on: date, at: Situation | None = None) -> Expression:
    """The requirement, or an exception named in `unless` that applies and is met.

    Given a situation, exceptions that plainly do not apply in it are left out of the reasons.
    """
    condition = rule.requires
    for other in (law.rule(each) for each in rule.unless if law.is_in_force(law.rule(each), on)):
        if at is None or other.when is None or other.when.value(at) is not False:
            condition = condition | (other.requires if other.when is None else other.when & other.requires)
    return condition


def param_on(law: Library, on: date) -> Callable[[str], object]:
    """The lookup of figures that expressions are read with, on one day."""

    def value(name: str) -> object:
        figure = law.figure(name, on)
        assert figure is not None, f"{name} has no figure on {on}"
        return figure.value

    return value


def failing_light(law: Library, rule: Rule, on: date) -> Light:
    """The light of a failure: that of the effect, but no worse than a warning where something is unverified."""
    return advised(rule.effect.light) if is_advisory(law, rule, on) else rule.effect.light


def advised(light: Light) -> Light:
    """The light of a failure that rests on something unverified."""
    return min(light, Light.WARNING)


def is_advisory(law: Library, rule: Rule | Derivation, on: date) -> bool:
    """Whether a rule, a derivation or a figure of it in force is unverified, so that it advises only."""
    figures = [law.figure(name, on) for name in rule.param_names]
    return not rule.verified or any(figure is not None and not figure.is_verified for figure in figures)
