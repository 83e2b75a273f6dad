"""The read side of the catalog."""

from newsarc.catalog.queries.reader import CatalogReader as CatalogReader
from newsarc.catalog.queries.rows import ListedArticle as ListedArticle
from newsarc.catalog.queries.rows import PeriodTotal as PeriodTotal
from newsarc.catalog.queries.rows import TermTotal as TermTotal
