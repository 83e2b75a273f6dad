"""The catalog: one SQLite file that knows every article's metadata and what was written."""
