"""The plan: which pages there are, and the view of each, planned from its key alone."""

from newsarc.site.plan.all_keys import all_keys as all_keys
from newsarc.site.plan.planner import Planner as Planner
