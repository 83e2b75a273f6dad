"""The dateline that opens a story."""
