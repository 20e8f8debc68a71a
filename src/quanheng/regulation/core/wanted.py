"""What a condition asks, in sentences without any facts: for the page and the command that explain a rule."""

from datetime import date

from quanheng.kernel.expressions import Expression
from quanheng.kernel.situations import Situation
from quanheng.kernel.texts import Text
from quanheng.regulation.core.conditions import param_on
from quanheng.regulation.core.facts import CATALOGUE, shown
from quanheng.regulation.core.library import Library


def wanted(condition: Expression, law: Library, on: date) -> list[tuple[int, Text]]:
    """Each sentence with its depth in the tree, figures as they stand on the day."""
    at = Situation({}, param_on(law, on), lambda name: Text(CATALOGUE[name].zh), shown)
    return [(depth, _without_value(node.sentence)) for depth, node in condition.explain(at).walk()]


def _without_value(sentence: Text) -> Text:
    if sentence.template == "{fact}：{value}":
        return Text("{fact}", {"fact": sentence.blanks["fact"]})
    blanks = {
        key: _without_value(value) if isinstance(value, Text) else value
        for key, value in sentence.blanks.items()
    }
    return Text(sentence.template, blanks | {"value": ""} if "value" in blanks else blanks)
