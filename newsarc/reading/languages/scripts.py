"""Which scripts have capitals, and which write words without spaces."""

from __future__ import annotations


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that writes words without spaces, or names next to them.

    Korean has spaces, but titles stand right behind names there.
    """
    if character < "\u0e00":
        return False
    return (
        "\u3040" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7af"
        or "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or character >= "\U00020000"
    )


def is_caseless(character: str) -> bool:
    """Whether a letter has no capital form in use."""
    # Georgian capitals exist, but nothing is capitalised with them.
    return not (character.isupper() or character.islower()) or "\u10d0" <= character <= "\u10ff"


def has_caseless_letter(text: str) -> bool:
    """Whether a text holds a letter of a script without capitals."""
    return not text.isascii() and any(
        character > "\u0530" and character.isalpha() and is_caseless(character)
        for character in text
    )
