"""The command line: commands, messages, exit statuses."""
