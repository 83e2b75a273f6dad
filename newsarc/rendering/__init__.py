"""From pages to bytes: templates, Markdown, sanitising, feeds, sitemaps. Pure."""
