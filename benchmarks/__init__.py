"""Synthetic archives and measurements. Nothing here is part of the newsarc package."""
