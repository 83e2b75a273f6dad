"""Pelican's settings; its categories are the archive's sources."""

SITENAME = "News archive"
SITEURL = "https://news.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "site"
THEME = "theme"
STATIC_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
TYPOGRIFY = False

# Tables need "extra". There is no code to highlight, so the default "codehilite" is left out.
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}
# Deks are plain text: nothing to convert, and none is to be cut from an article that has none.
FORMATTED_FIELDS: list[str] = []
SUMMARY_MAX_LENGTH = 0

# A later build takes the articles that did not change from here, as parsed.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
GZIP_CACHE = False

DIRECT_TEMPLATES = ["index", "tags", "authors", "categories", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
ARTICLE_SAVE_AS = ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}.html"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL = "{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_SAVE_AS = DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/index.html"
TAG_SAVE_AS = TAG_URL = "tags/{slug}.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHOR_SAVE_AS = AUTHOR_URL = "authors/{slug}.html"
AUTHORS_SAVE_AS = "authors/index.html"
CATEGORY_SAVE_AS = CATEGORY_URL = "sources/{slug}.html"
CATEGORIES_SAVE_AS = "sources/index.html"

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = TRANSLATION_FEED_ATOM = None
FEED_ALL_RSS = "feed.xml"
TAG_FEED_RSS = "tags/{slug}/feed.xml"
AUTHOR_FEED_RSS = "authors/{slug}/feed.xml"
CATEGORY_FEED_RSS = "sources/{slug}/feed.xml"
FEED_MAX_ITEMS = 30
