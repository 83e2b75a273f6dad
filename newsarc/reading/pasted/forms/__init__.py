"""Forms of news with marks of their own: releases, reposts, slugs, decked heads."""
