"""Caption and credit of the picture that came with the story."""
