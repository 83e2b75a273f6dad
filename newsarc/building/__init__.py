"""The build: scan, read, catalog, plan, render, publish, report. Only it writes to the disk."""
