"""Pasted pages for timing: one full of furniture, one in Spanish."""

from __future__ import annotations

from itertools import cycle, islice

_ABOVE = (
    *("Skip to content", "Home", "News", "Politics", "Business", "Sport", "Opinion", "Weather"),
    *("Subscribe", "Sign in", "Search", "Advertisement", "Share", "Facebook", "Twitter", "Email"),
)
_BELOW = (
    *("Advertisement", "Related stories", "Harbour dredging put off again", "Share this article"),
    *("Most read", "1", "Old ferry to be a museum", "2", "Rain expected on the coast", "Topics"),
    *(
        "Sign up for our newsletter",
        "Facebook",
        "Twitter",
        "12 comments",
        "Load more",
        "Contact us",
    ),
    *("About us", "Privacy policy", "Terms of use", "© 2020 The Merrow Gazette"),
)
_LINES = 120
_FORENAMES = ("Lucía", "Tomás", "Irene", "Bruno", "Elvira", "Nicolás", "Marta", "Gonzalo")
_SURNAMES = ("Arbeloa", "Quintero", "Sandoval", "Urrutia", "Bermejo", "Casares", "Ledesma")
_PLACES = ("Puerto Merlo", "Villanora", "San Eladio", "Castrelar", "Lagunera", "Monterral")
_SENTENCES = (
    "El concejo aprobó el martes las obras del puente viejo, que empezarán antes del verano.",
    "Los vecinos piden desde hace años que se arregle la carretera que lleva a la estación.",
    "La alcaldesa dijo que el presupuesto no alcanza para todo y que habrá que elegir.",
    "Según los ingenieros, la calzada se ha movido tres centímetros desde el otoño pasado.",
    "Nadie resultó herido, pero el tráfico tuvo que ser desviado por el camino del río.",
    "El próximo pleno se celebrará el viernes, y se espera que dure hasta la noche.",
)


def furnished_page(article: str) -> str:
    """An article as it is pasted with the whole page that it stands on."""
    above = "\n".join(islice(cycle(_ABOVE), _LINES // 3))
    below = "\n".join(islice(cycle(_BELOW), _LINES - _LINES // 3))
    return f"{above}\n\n{article.strip()}\n\n{below}\n"


def spanish_page(number: int) -> str:
    """An article in Spanish, another for each number."""

    def chosen(words: tuple[str, ...], step: int) -> str:
        return words[number // step % len(words)]

    name = f"{chosen(_FORENAMES, 1)} {chosen(_SURNAMES, 8)}"
    place = chosen(_PLACES, 3)
    first = number % len(_SENTENCES)
    paragraphs = [
        " ".join(islice(cycle(_SENTENCES), first + index, first + index + 4)) for index in range(8)
    ]
    head = f"{place} cierra el puente número {number} por obras\n\nPor {name}\n\n"
    date = f"{number % 28 + 1} de octubre de 2020\n\n"
    return f"{head}{date}{place.upper()}.- " + "\n\n".join(paragraphs) + "\n\nCompartir\n"
