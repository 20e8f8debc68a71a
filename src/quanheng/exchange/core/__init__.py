"""Formats read and written, in pure Python: lrmx, workbooks, archives, PDF. No Django, no database."""
