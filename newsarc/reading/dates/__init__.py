"""Dates in twenty languages: found in a line, and read from a whole text."""
