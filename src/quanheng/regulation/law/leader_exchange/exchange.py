"""交流: ten years in a post or an area, key chiefs, whom exchange is for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import corresponding_day
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.periods import Months, Period, months_in
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FOCUS = ("team_member", "discipline_court_procuratorate", "department_chief")


def _in_post(post_started_on: date, on: date) -> Months:
    return Months.from_day(post_started_on, on=on)


def _due(post_started_on: date, same_post_months: int, on: date) -> date:
    return corresponding_day(post_started_on, same_post_months)


def _in_area(area_team_spells: Sequence[Mapping[str, Any]], on: date) -> Months | None:
    if any(each.get("started_on") is None or each.get("is_same_level") is None for each in area_team_spells):
        return None
    level = [each for each in area_team_spells if each["is_same_level"]]
    return months_in([Period(each["started_on"], each.get("ended_on")) for each in level], on=on)


def _is_object(exchange_ground: str, on: date) -> bool:
    return exchange_ground != "no_ground"


def _is_focus(exchange_post: str, on: date) -> bool:
    return exchange_post in FOCUS


object = Derivation(
    id="leader_exchange.4.object",
    catalogue="c-exchange-who",
    subject="tenure",
    since=date(2006, 6, 10),
    term="交流对象",
    term_en="Who is exchanged",
    means="Anyone with one of the listed grounds is to be exchanged.",
    means_zh="有所列情形之一的，属于交流对象。",
    fact="is_exchange_object",
    reads=("exchange_ground",),
    reckon=_is_object,
    cites=("4",),
)

focus = Derivation(
    id="leader_exchange.4.focus",
    catalogue="c-exchange-who",
    subject="tenure",
    since=date(2006, 6, 10),
    term="交流重点",
    term_en="Focus of exchange",
    means="The weight lies on county-and-above leaders, discipline bodies, courts, procuratorates and department chiefs.",
    means_zh="交流的重点是县级以上党政领导、纪检、法院、检察院领导和部门正职。",
    fact="is_exchange_focus",
    reads=("exchange_post",),
    reckon=_is_focus,
    cites=("4",),
)

who = Rule(
    id="leader_exchange.4.who",
    catalogue="c-exchange-who",
    subject="tenure",
    since=date(2006, 6, 10),
    term="交流须有情形",
    term_en="Exchange has a ground",
    means="Whoever is exchanged has one of the listed grounds.",
    means_zh="交流的，须属于所列情形之一。",
    when=fact("is_exchange_focus"),
    requires=fact("is_exchange_object"),
    effect=Effect.WARN,
    cites=("4",),
)

months = Derivation(
    id="leader_exchange.5.months",
    catalogue="c-exchange-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="同一职位任职时间",
    term_en="Time in the same post",
    means="Full months since the first day in the present post.",
    means_zh="自现职任职之日起按满月计算。",
    fact="months_in_same_post",
    reads=("post_started_on",),
    reckon=_in_post,
    cites=("5",),
)

due = Derivation(
    id="leader_exchange.5.due",
    catalogue="c-exchange-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="满十年之日",
    term_en="Day ten years are full",
    means="The day on which ten years in the post are full is the day the exchange is due.",
    means_zh="同一职位任职满十年之日，为必须交流之日。",
    fact="exchange_due_on",
    reads=("post_started_on",),
    params=("leader_exchange.same_post_months",),
    reckon=_due,
    cites=("5",),
)

ten_years = Rule(
    id="leader_exchange.5.ten_years",
    catalogue="c-exchange-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="满十年必须交流",
    term_en="Exchange after ten years",
    means="A local leader of county level and above with ten years in the same post must be exchanged and not stay.",
    means_zh="县级以上地方党政领导成员在同一职位任职满十年的，必须交流，不得继续任职。",
    when=fact("is_local_team_leader"),
    requires=(fact("months_in_same_post") < param("leader_exchange.same_post_months"))
    | fact("is_exchange_relaxed"),
    effect=Effect.FORBID,
    cites=(
        "5",
        "selection_regulations:exchange",
    ),
)

due_list = Rule(
    id="leader_exchange.5.due_list",
    catalogue="c-exchange-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="交流到期提示",
    term_en="Exchange falls due",
    means="Whoever has less than a year to the ten years is on the due list.",
    means_zh="同一职位任职距满十年不足一年的，列入到期名单。",
    when=fact("is_local_team_leader"),
    requires=fact("months_in_same_post") < param("leader_exchange.due_list_months"),
    effect=Effect.WARN,
    cites=("5",),
)

area_months = Derivation(
    id="leader_exchange.5.area_months",
    catalogue="c-exchange-same-area-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="同一地区同一层次任职时间",
    term_en="Time at one level in one area",
    means="Time at the same level in the area's leadership adds up.",
    means_zh="在同一地区党政领导班子中担任同一层次职务的时间累计。",
    fact="months_in_area_team",
    reads=("area_team_spells",),
    reckon=_in_area,
    cites=("5",),
)

same_area = Rule(
    id="leader_exchange.5.same_area",
    catalogue="c-exchange-same-area-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="同一地区同一层次十年",
    term_en="Ten years at one level in one area",
    means="Ten years at the same level in one area's leadership: to be exchanged.",
    means_zh="在同一地区党政领导班子中担任同一层次职务满十年的，应当交流。",
    when=fact("is_local_team_leader"),
    requires=(fact("months_in_area_team") < param("leader_exchange.same_area_months"))
    | fact("is_exchange_relaxed"),
    effect=Effect.WARN,
    cites=("5",),
)

key_chiefs_ten_years = Rule(
    id="leader_exchange.key_chiefs.ten_years",
    catalogue="c-exchange-key-chiefs-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="重点部门正职满十年交流",
    term_en="Key chiefs exchanged after ten years",
    means="Chiefs of key bodies with ten years in the post are to be exchanged.",
    means_zh="重点部门正职在同一职位任职满十年的，应当交流。",
    when=fact("is_key_chief"),
    requires=fact("months_in_same_post") < param("leader_exchange.key_chief_months"),
    effect=Effect.WARN,
    cites=("key_chiefs",),
    verified=False,
)

key_chiefs_elsewhere = Rule(
    id="leader_exchange.key_chiefs.elsewhere",
    catalogue="c-exchange-key-chiefs-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="新提拔的重点部门正职异地任职",
    term_en="New key chiefs serve elsewhere",
    means="Newly promoted chiefs of key bodies normally serve elsewhere.",
    means_zh="新提拔的重点部门正职一般异地任职。",
    when=fact("is_key_chief") & fact("is_newly_promoted"),
    requires=fact("is_posted_elsewhere"),
    effect=Effect.WARN,
    cites=("key_chiefs",),
    verified=False,
)
