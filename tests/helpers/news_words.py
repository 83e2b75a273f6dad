"""Words of invented English news, and strategies that make sentences and names of them."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

ADJECTIVES: Final = (
    "old new narrow northern southern eastern western quiet busy early late small large heavy"
    " empty public private local national regional wooden muddy broken costly cheap wet dry"
    " frozen green brown yellow silent distant famous modest stubborn curious nervous patient"
    " careful annual weekly temporary permanent rural urban crowded abandoned restored flooded"
    " disputed unusual ordinary"
).split()
THINGS: Final = (
    "bridge harbour school library market river station hospital museum factory orchard dam"
    " tunnel ferry road canal lighthouse theatre bakery brewery quarry forest valley island"
    " square tower archive garden reservoir warehouse railway depot chapel airport sawmill dairy"
    " windmill pier shipyard playground cemetery barn lake meadow field roof fence wall clock"
    " bell lamp boat plough tram bus lorry bicycle engine pump boiler budget plan map report"
    " survey contract licence rule tax"
).split()
PEOPLE: Final = (
    "council mayor farmers teachers nurses drivers fishermen engineers students residents"
    " builders officials inspectors bakers miners sailors foresters shepherds carpenters"
    " librarians tenants shopkeepers firefighters gardeners voters parents neighbours postmen"
    " beekeepers volunteers"
).split()
PAST: Final = (
    "closed opened repaired built painted bought sold moved cleaned measured inspected restored"
    " visited counted searched blocked crossed guarded rented replaced photographed described"
    " ignored praised studied defended abandoned rebuilt surveyed borrowed lost found"
).split()
PRESENT: Final = (
    "close open repair build paint buy sell move clean measure inspect restore visit count"
    " search block cross guard rent replace study defend abandon rebuild survey borrow lose find"
).split()
BEFORE_THINGS: Final = "near behind beside above below beyond opposite around inside".split()
OPENINGS: Final = (
    *("on Monday", "on Friday", "in the spring", "in the autumn", "before the storm"),
    *("after the flood", "for eleven years", "at the same time", "according to the minutes"),
    "until last summer",
)
LINKS: Final = ("and", "but", "while", "because", "before", "after", "although", "so that")
FORENAMES: Final = (
    "Ada Basil Calla Dorian Edith Florian Greta Hollis Imogen Jasper Kerstin Lionel Mabel Nadia"
    " Osric Petra Quentin Rosalind Silas Tabitha Ulric Verena Winifred Xenia Yorick Zelda"
    " Ambrose Beatrix Cedric Delphine Elspeth Fergus Gideon Hester Ignatius Juno Konrad Leontine"
    " Magnus Nerys Odette Perrin Rafaela Seraphina Tobias Ursula Viola Walburga Alaric Briony"
    " Cosmo Dunstan Esme Fabian Gwendolen Horatio Isolde Jocasta Lysander Minerva"
).split()
SURNAMES: Final = (
    "Fenwick Penhallow Treadwell Marrow Corvey Thorne Okafor Abernathy Delacroix Winterbourne"
    " Mbeki Essery Oakes Ashbourne Strickland Rumbold Oswin Stebbing Garrod Brackwater Prosserby"
    " Keddie Larkspur Hathersage Quillfeather Underhay Vantongeren Wolstenholme Yarborough"
    " Zielonka Bramhope Castlemaine Dovecott Entwhistle Farthingale Goodenough Hollingbery"
    " Inglethorpe Jessamy Kilbracken Lanternby Mossgrove Netherwood Ottershaw Pennyquick"
    " Ravenscar Saltmarsh Tattersall Uppingham Venables Wetherspool Alderwick Birkenshaw"
    " Cattermole Dunwoody Eckersley Fotheringay Gillyflower Hebblethwaite Ishikawa"
).split()
INITIALS: Final = (" B.", " M.", " T.")
PLACES: Final = (
    "Tarnley Dunmere Holm Sorrel Verrin Sallow Quillon Wenham Altmark Corrie Penrudd Hexley"
    " Marlow Stonegate Ferrybridge Oldcastle Brackley Ardmore Kelsey Thornbury"
).split()


def one_of(words: tuple[str, ...] | list[str]) -> st.SearchStrategy[str]:
    """One of some words."""
    return st.sampled_from(words)


_place_of_it = st.builds(
    "{} the {} {}".format, one_of(BEFORE_THINGS), one_of(ADJECTIVES), one_of(THINGS)
)
_clause = st.builds(
    "the {} {} {} the {} {} {}".format,
    one_of(ADJECTIVES),
    one_of(PEOPLE),
    one_of(PAST),
    one_of(ADJECTIVES),
    one_of(THINGS),
    _place_of_it,
)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(opening: str, clauses: list[str], links: list[str]) -> str:
    rest = "".join(f", {link} {clause}" for link, clause in zip(links, clauses[1:], strict=False))
    return f"{_capitalised(f'{opening}, {clauses[0]}{rest}')}."


sentence = st.builds(
    _joined,
    one_of(OPENINGS),
    st.lists(_clause, min_size=2, max_size=3),
    st.lists(one_of(LINKS), min_size=2, max_size=2),
)
"""A sentence of a story: twenty words or more, and a full stop."""

paragraph = st.lists(sentence, min_size=1, max_size=3).map(" ".join)

_plain_title = st.builds(
    "{} {} {} {} {} {} {}".format,
    one_of(ADJECTIVES).map(_capitalised),
    one_of(PEOPLE),
    one_of(PRESENT),
    one_of(ADJECTIVES),
    one_of(THINGS),
    one_of(BEFORE_THINGS),
    one_of(THINGS),
)
title = (
    _plain_title
    | _plain_title.map(str.title)
    | st.builds("{}: {}".format, one_of(PLACES), _plain_title)
)
"""A headline, which does not end as a sentence does."""

dek = st.builds(
    "The {} {} will {} the {} {}, {} the {} {} {} it{}".format,
    one_of(ADJECTIVES),
    one_of(PEOPLE),
    one_of(PRESENT),
    one_of(ADJECTIVES),
    one_of(THINGS),
    one_of(LINKS),
    one_of(ADJECTIVES),
    one_of(PEOPLE),
    one_of(PAST),
    one_of(("", ".")),
)

caption = st.builds(
    "A {} {} beside the {} {} in {}.".format,
    one_of(ADJECTIVES),
    one_of(THINGS),
    one_of(ADJECTIVES),
    one_of(THINGS),
    one_of(PLACES),
)

_middle = st.just("") | one_of(INITIALS)
name = st.builds("{}{} {}".format, one_of(FORENAMES), _middle, one_of(SURNAMES))
