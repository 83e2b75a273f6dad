"""What a record gives an editor to look at."""
