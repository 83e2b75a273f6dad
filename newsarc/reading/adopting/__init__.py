"""Rewriting a pasted text as front matter that reads as the same record."""
