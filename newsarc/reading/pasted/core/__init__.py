"""The lines of date and byline between title and story."""
