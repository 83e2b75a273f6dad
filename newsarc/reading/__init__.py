"""From bytes to records: decoding, front matter, pasted text, dates, bylines, tags."""
