"""The build: scan, read, catalogue, plan, render, publish, report. Only it writes to the disk."""
