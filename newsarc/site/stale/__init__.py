"""Which pages a change of articles can make stale, and why.

What lists an article is stale where the record before or after is listed, and so is what quotes it.
Each question here is about one article, one period or one term, so that the answer is as large as
the change, not as the archive. It may name pages that stay as they were, or that there are not:
views are compared before anything is rendered.
"""

from newsarc.site.stale.changes import ArticleChange as ArticleChange
from newsarc.site.stale.changes import Changes as Changes
from newsarc.site.stale.changes import ImageChange as ImageChange
from newsarc.site.stale.changes import with_renames as with_renames
from newsarc.site.stale.keys import stale_keys as stale_keys
