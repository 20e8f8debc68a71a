"""What the pages of meetings show, as somebody may see it."""
