"""Rank holders who take leading posts: months needed at the lower post or rank. Township level only is verified."""
