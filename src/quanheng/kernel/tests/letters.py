"""Every character there is, for generated words."""

from hypothesis import strategies as st

ANY = st.characters(exclude_categories=["Cs"])
"""What `st.text` takes by itself, without the minute in which it first tries every character on UTF-8."""
