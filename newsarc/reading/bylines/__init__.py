"""Bylines: what a line of names says.

``read_byline`` says what each piece of a byline is; ``names_of`` keeps the names of its authors.
``reads_as_byline``, ``reads_as_signature`` and ``is_name`` tell bylines from other lines. They are
strict: of a line that may as well be a headline of a few words, they say no.
"""

from __future__ import annotations

from newsarc.reading.bylines.introductions import after_by_word as after_by_word
from newsarc.reading.bylines.judging import LONGEST as LONGEST
from newsarc.reading.bylines.judging import adds_to_byline as adds_to_byline
from newsarc.reading.bylines.judging import names_of as names_of
from newsarc.reading.bylines.judging import read_byline as read_byline
from newsarc.reading.bylines.judging import reads_as_byline as reads_as_byline
from newsarc.reading.bylines.judging import reads_as_signature as reads_as_signature
from newsarc.reading.bylines.likelihood import is_name as is_name
from newsarc.reading.bylines.organisations import is_known_organisation as is_known_organisation
from newsarc.reading.bylines.organisations import reads_as_organisation as reads_as_organisation
from newsarc.reading.bylines.organisations import reads_as_outlet as reads_as_outlet
from newsarc.reading.bylines.pieces import Kind as Kind
from newsarc.reading.bylines.pieces import Piece as Piece
