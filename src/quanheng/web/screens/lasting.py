"""Tags that write the same while we run, asked once: a literal of `translate` in each language, `static`, `url` of a page without a key.

Of a page with one `url` puts the address together by `links`.
"""

from django.template import Library, Node
from django.template.base import FilterExpression, Parser, Token, Variable
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as read_url
from django.templatetags.i18n import TranslateNode, do_translate
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from quanheng.web.screens.links import link

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


class Linked(Node):
    """The address of a page with a key."""

    child_nodelists = ()

    def __init__(self, node: URLNode) -> None:
        self.node, self.name = node, str(node.view_name.resolve(Context()))

    def render(self, context: Context) -> str:
        given = {key: each.resolve(context) for key, each in self.node.kwargs.items()}
        made = link(self.name, *(each.resolve(context) for each in self.node.args), **given)
        return conditional_escape(made) if context.autoescape else made


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
    if not _is_literal(node.view_name) or (node.asvar and (node.args or node.kwargs)):
        return node
    return Linked(node) if node.args or node.kwargs else Lasting(node, node.asvar)


def _is_literal(words: FilterExpression) -> bool:
    """Neither a variable nor a filter: nothing of the page goes in."""
    return not words.filters and (isinstance(words.var, str) or (isinstance(words.var, Variable) and words.var.literal is not None))
