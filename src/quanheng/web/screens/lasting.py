"""Tags that write the same while we run, asked once: a literal of `translate` in each language, `static`, `url` of a page without a key."""

from django.template import Library, Node
from django.template.base import FilterExpression, Parser, Token, Variable
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as read_url
from django.templatetags.i18n import TranslateNode, do_translate
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix
from django.utils.translation import get_language

register = Library()


class Lasting(Node):
    """Another node's words by language and by where we are mounted; what `as` names is put there each time."""

    child_nodelists = ()

    def __init__(self, node: Node, name: str | None) -> None:
        self.node, self.name = node, name
        self.known: dict[tuple[str | None, str], str] = {}

    def render(self, context: Context) -> str:
        under = (get_language(), get_script_prefix())
        words = self.known.get(under)
        if words is None:
            said = self.node.render(context)
            words = self.known[under] = said if self.name is None else context[self.name]
        if self.name is None:
            return words
        context[self.name] = words
        return ""


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    node = do_translate(parser, token)
    assert isinstance(node, TranslateNode)
    return Lasting(node, node.asvar) if _is_literal(node.filter_expression) and not node.message_context else node


@register.tag("static")
def static(parser: Parser, token: Token) -> Node:
    node = StaticNode.handle_token(parser, token)
    return Lasting(node, node.varname) if _is_literal(node.path) else node


@register.tag("url")
def url(parser: Parser, token: Token) -> Node:
    node = read_url(parser, token)
    assert isinstance(node, URLNode)
    return Lasting(node, node.asvar) if _is_literal(node.view_name) and not node.args and not node.kwargs else node


def _is_literal(words: FilterExpression) -> bool:
    """Neither a variable nor a filter: nothing of the page goes in."""
    return not words.filters and (isinstance(words.var, str) or (isinstance(words.var, Variable) and words.var.literal is not None))
