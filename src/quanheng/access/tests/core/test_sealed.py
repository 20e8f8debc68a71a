"""Sealed fields and boxes: what was sealed comes back in its place, and from nowhere else, and not with a bit changed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.access.core import agreement
from quanheng.access.core.blind_index import blind
from quanheng.access.core.password_key import Cost, lock, unlock
from quanheng.access.core.profiles import GM, INTL, NotOpened, Profile
from quanheng.access.core.sealed_box import seal, unseal
from quanheng.access.core.sealed_fields import (
    Place,
    new_data_key,
    open_field,
    seal_field,
    unsealed,
    version_of,
    waiting_words,
)
from quanheng.kernel.refusals import Refused
from quanheng.kernel.tests.letters import ANY

PLACE = Place(table="registry.talk", row="7", field="summary", owner="yunling")
CHEAP = Cost(memory_kib=32, passes=1, lanes=1)
profiles = st.sampled_from([INTL, GM])


@given(words=st.text(ANY), profile=profiles, version=st.integers(1, 2**32 - 1))
def test_words_come_back(words: str, profile: Profile, version: int) -> None:
    key = new_data_key(profile)
    sealed = seal_field(profile, key, words, place=PLACE, version=version)
    assert open_field(key, sealed, place=PLACE) == words
    assert sealed == b"" if not words else (sealed[0], version_of(sealed)) == (profile.id, version)


@given(
    words=st.text(ANY, min_size=1),
    profile=profiles,
    name=st.sampled_from(["table", "row", "field", "owner"]),
    other=st.text(ANY),
)
def test_in_another_place_nothing_opens(words: str, profile: Profile, name: str, other: str) -> None:
    key = new_data_key(profile)
    sealed = seal_field(profile, key, words, place=PLACE, version=1)
    elsewhere = replace(PLACE, **{name: other})
    if elsewhere != PLACE:
        with pytest.raises(NotOpened):
            open_field(key, sealed, place=elsewhere)


@settings(max_examples=60, deadline=None)
@given(words=st.text(ANY, min_size=1, max_size=60), profile=profiles, flip=st.integers(1, 255))
def test_every_changed_byte_and_every_missing_end_of_a_field_is_noticed(
    words: str, profile: Profile, flip: int
) -> None:
    key = new_data_key(profile)
    sealed = seal_field(profile, key, words, place=PLACE, version=1)
    for at in range(len(sealed)):
        with pytest.raises(NotOpened):
            open_field(key, sealed[:at] + bytes([sealed[at] ^ flip]) + sealed[at + 1 :], place=PLACE)
        if at:
            with pytest.raises(NotOpened):
                open_field(key, sealed[:at], place=PLACE)


@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=40), flip=st.integers(1, 255), context=st.binary())
def test_every_changed_byte_and_every_missing_end_of_a_box_is_noticed(
    data: bytes, flip: int, context: bytes
) -> None:
    pair = INTL.pairs().generate()
    box = seal(INTL, pair.public, data, context=context)
    assert unseal(pair, box, context=context) == data
    changed = [box[:at] + bytes([box[at] ^ flip]) + box[at + 1 :] for at in range(len(box))]
    for each in (*changed, *(box[:at] for at in range(len(box)))):
        with pytest.raises(NotOpened):
            unseal(pair, each, context=context)
    with pytest.raises(NotOpened):
        unseal(pair, box, context=context + b"x")


def test_an_old_value_does_not_open_under_the_next_data_key() -> None:
    old, new = new_data_key(INTL), new_data_key(INTL)
    sealed = seal_field(INTL, old, "谈话要点", place=PLACE, version=1)
    relabelled = sealed[:1] + (2).to_bytes(4, "big") + sealed[5:]
    for key, value in ((new, sealed), (new, relabelled), (old, relabelled)):
        with pytest.raises(NotOpened):
            open_field(key, value, place=PLACE)


def test_lengths_are_told_in_steps() -> None:
    key = new_data_key(INTL)
    assert (
        len(
            {
                len(seal_field(INTL, key, words, place=PLACE, version=1))
                for words in ("王", "欧阳明", "a" * 31)
            }
        )
        == 1
    )


def test_words_from_before_there_were_keys_say_so() -> None:
    assert waiting_words(unsealed("谈话要点")) == "谈话要点"
    assert waiting_words(seal_field(INTL, new_data_key(INTL), "谈话要点", place=PLACE, version=1)) is None
    with pytest.raises(NotOpened):
        open_field(new_data_key(INTL), unsealed("谈话要点"), place=PLACE)


def test_sm2_is_refused_by_name_where_nothing_provides_it() -> None:
    with pytest.raises(Refused, match=agreement.SM2_PROVIDER):
        GM.pairs()


@given(password=st.text(ANY), other=st.text(ANY))
@settings(max_examples=50, deadline=None)
def test_a_locked_key_opens_with_its_password_and_name(password: str, other: str) -> None:
    private = new_data_key(INTL)
    salt, locked = lock(INTL, password, private, name="wang", cost=CHEAP)
    assert unlock(password, locked, salt=salt, name="wang", cost=CHEAP) == private
    attempts = [(password, "li", salt), (password, "wang", bytes(16))] + [(other, "wang", salt)] * (
        other != password
    )
    for said, name, by in attempts:
        with pytest.raises(NotOpened):
            unlock(said, locked, salt=by, name=name, cost=CHEAP)


@given(one=st.text(ANY), two=st.text(ANY), profile=profiles)
def test_equal_values_and_only_they_share_a_blind_index(one: str, two: str, profile: Profile) -> None:
    key = new_data_key(profile)
    assert (blind(profile, key, one, field="id") == blind(profile, key, two, field="id")) == (one == two)
    assert blind(profile, key, one, field="id") != blind(profile, new_data_key(profile), one, field="id")
