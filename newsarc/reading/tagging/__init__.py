"""The tagger: suggests tags for an article that has none of its own.

An article's text becomes passages, a passage runs of capitalised words, a run mentions of names;
mentions are gathered under the name they stand for, and the names that the text is about are tags:

    passages → runs → names → candidates → scoring → tagger

What it knows before reading is in ``newsarc/data``: ``demonyms.toml`` and ``organisations.toml``
(gazetteer), ``words.toml`` and ``common.txt`` (words). Everything takes time in proportion to the
text's length.
"""
