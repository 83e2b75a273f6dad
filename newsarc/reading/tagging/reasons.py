"""Why a tag was suggested, as a sentence for editors."""

from __future__ import annotations

from newsarc.reading.tagging.candidates import Candidate
from newsarc.reading.tagging.passages import Place

_FEW = {1: "once", 2: "twice"}
_PLACES = ((Place.TITLE, "in the title"), (Place.DEK, "in the dek"))


def reason_for(candidate: Candidate, tag: str) -> str:
    """Such as ``named 17 times, 11 of them as "Iraqi", in the title``; no full stop."""
    count = candidate.count
    reason = f"named {_FEW.get(count) or f'{count} times'}"
    form, times = _other_spelling(candidate, tag)
    if times == count:
        reason += f' as "{form}"'
    elif times:
        reason += f', {"one" if times == 1 else times} of them as "{form}"'
    if candidate.role:
        reason += f', after "{candidate.role}"'
    places = [mention.passage.place for mention in candidate.mentions]
    where = " and ".join(shown for place, shown in _PLACES if place in places)
    return f"{reason}, {where}" if where else reason


def _other_spelling(candidate: Candidate, tag: str) -> tuple[str, int]:
    """The spelling most used that is not the tag's own, and how often; of equals the first."""
    times: dict[str, int] = {}
    for mention in candidate.mentions:
        if mention.text != tag:
            times[mention.text] = times.get(mention.text, 0) + 1
    return max(times.items(), key=lambda item: item[1], default=("", 0))
