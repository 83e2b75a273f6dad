"""Quotation marks for values of front matter, as YAML and TOML both read them."""

_LONGEST_HINT = 300


def quote(text: str) -> str:
    """The text in whichever quotation marks need the fewest changes to it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def hint_to_write(lead: str, value: str) -> str:
    """The mended line, or in few words how to mend one that is too long to show."""
    if len(value) > _LONGEST_HINT:
        return "put the whole value in double quotes"
    return f"write {lead}{value}"
