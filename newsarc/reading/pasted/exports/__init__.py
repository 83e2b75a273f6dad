"""Records that databases and mail programs export."""
