"""newsarc turns a folder of news articles into a permanent archive website of nothing but files."""

__version__ = "0.1.0"
