"""Nikola's settings; its categories are the archive's sources."""

BLOG_TITLE = "News archive"
BLOG_AUTHOR = "Staff"
BLOG_EMAIL = "archive@news.example"
BLOG_DESCRIPTION = "News archive"
SITE_URL = "https://news.example/"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
TIMEZONE = "UTC"
THEME = "archive"
OUTPUT_FOLDER = "site"

# Articles lie in folders of their days, which is then their address.
POSTS = (("posts/*.md", "", "post.tmpl"),)
PAGES = ()
PRETTY_URLS = False
COMPILERS = {"markdown": (".md",)}
# Tables need "extra"; there is no code to highlight.
MARKDOWN_EXTENSIONS = ["markdown.extensions.extra"]
URL_TYPE = "full_path"

TAG_PATH = "tags"
CATEGORY_PATH = "sources"
CATEGORY_PREFIX = ""
CATEGORY_ALLOW_HIERARCHIES = False
AUTHOR_PATH = "authors"
MULTIPLE_AUTHORS_PER_POST = True
HIDDEN_AUTHORS = [BLOG_AUTHOR]
# Years, months and days, with the list of all years as the front page.
CREATE_FULL_ARCHIVES = True
ARCHIVE_PATH = ""
ARCHIVE_FILENAME = "index.html"
DISABLE_INDEXES = True

GENERATE_RSS = True
GENERATE_ATOM = False
RSS_FILENAME_BASE = "feed"
FEED_LENGTH = 30
FEED_TEASERS = True
FEED_LINKS_APPEND_QUERY = False

# What the other sites have none of.
COPY_SOURCES = False
SHOW_SOURCELINK = False
USE_BUNDLES = False
COMMENT_SYSTEM = ""
DISABLED_PLUGINS = [
    *("render_galleries", "render_listings", "scale_images", "copy_files"),
    *("classify_page_index", "gzip", "create_bundles"),
]
