"""The language of a text, and the words that tell what its lines are."""
