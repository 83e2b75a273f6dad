"""Pages to render, without any archive, and the theme that renders them."""

from __future__ import annotations

from pathlib import Path

import markupsafe

from newsarc.config import Configuration, SiteSettings
from newsarc.model import Date, Evidence, Markup, Page, Taxonomy
from newsarc.rendering.environment import Theme, template_folders
from newsarc.site.views import (
    ArticleView,
    AuthorLink,
    Body,
    Calendar,
    Card,
    CardGroup,
    Correction,
    DayView,
    FrontView,
    MonthView,
    NotFoundView,
    OnThisDayView,
    PeriodCount,
    PeriodLink,
    PeriodTags,
    Picture,
    RedirectView,
    SharedAddressView,
    TermCount,
    TermIndexView,
    TermLink,
    TermPeriodView,
    TermView,
    Timeline,
    UndatedView,
    Withdrawal,
    YearView,
)

WITHOUT_ADDRESS = Configuration()
WITH_ADDRESS = Configuration(
    site=SiteSettings(title="The Marden Courier", url="https://courier.example/archive/")
)
DAY = Date("2020-10-13")
CARD = Card("2020/10/13/lock.html", "Lock reopens", "After years", DAY, "By Ada Quill", None)
ARABIC = Card("2020/10/13/mina.html", "الميناء", None, DAY, None, "ar")
IRIS = TermCount("Iris", "tags/iris/index.html", 1)


def body_html(body: Body, route: str) -> markupsafe.Markup:
    return markupsafe.Markup("<p>{} on {}</p>").format(body.text, route)


def json_ld(page: ArticleView, configuration: Configuration) -> markupsafe.Markup:
    return markupsafe.Markup('<script type="application/ld+json">"{}, {}"</script>').format(
        page.title, configuration.site.title
    )


def theme(*folders: Path, configuration: Configuration = WITHOUT_ADDRESS) -> Theme:
    return Theme((*folders, *template_folders(None)), configuration, body_html, json_ld)


def rendered(page: Page, configuration: Configuration = WITHOUT_ADDRESS) -> str:
    """A page of the default theme, its spaces squeezed."""
    return " ".join(theme(configuration=configuration).render(page).decode().split())


def article(**fields: object) -> Page:
    values: dict[str, object] = {
        "route": "2020/10/13/lock.html",
        "identifier": "urn:uuid:0",
        "path": "2020/lock.txt",
        "digest": "0" * 64,
        "title": "Lock reopens",
        "dek": "After years",
        "description": "After years",
        "date": DAY,
        "updated": None,
        "byline": "By Ada Quill and others",
        "authors": (AuthorLink("Ada Quill", False, "authors/ada-quill/index.html"),),
        "source": TermLink("Marden Courier", "sources/marden-courier/index.html"),
        "dateline": None,
        "section": None,
        "lang": None,
        "url": None,
        "picture": None,
        "body": Body("Water & gates.", Markup.TEXT, {}),
        "tags": (TermLink("Iris", "tags/iris/index.html"),),
        "tags_suggested": False,
        "periods": (PeriodLink("2020", "2020/index.html"),),
        "previous": None,
        "next": None,
        "timeline": None,
        "related": (),
        "corrections": (),
        "withdrawal": None,
        "evidence": (),
        "extra": {},
    }
    view = ArticleView(**{**values, **fields})  # type: ignore[arg-type]
    return Page(view.route, "article.html", view)


def pages() -> list[Page]:
    """A page of every template, as full and as empty as it may be."""
    day = PeriodCount("2020-10-13", "2020/10/13/index.html", 2)
    month = PeriodCount("2020-10", "2020/10/index.html", 2)
    group = CardGroup(day, (CARD, ARABIC))
    calendar = Calendar(month, ((None, day, PeriodCount("2020-10-14", None, 0)),))
    bare_month = Calendar(PeriodCount("2020-11", None, 0), ((None,) * 7,))
    before, after = PeriodLink("2019", "2019/index.html"), PeriodLink("2021", "2021/index.html")
    years = tuple(PeriodCount(str(year), f"{year}/index.html", 2) for year in range(2020, 2010, -1))
    undated = PeriodCount("", "undated/index.html", 3)
    iris = TermLink("Iris", "tags/iris/index.html")
    tag = Taxonomy.TAG
    views: list[tuple[str, object]] = [
        (
            "front.html",
            FrontView("index.html", 0, None, None, None, (), (), (), (), (), None, (), (), ()),
        ),
        (
            "front.html",
            FrontView(
                "index.html",
                99,
                Date("2011"),
                DAY,
                CardGroup(PeriodCount("2020-10-13", "2020/10/13/index.html", 20), (CARD,) * 20),
                (CARD, ARABIC),
                years,
                years[::-1],
                (CARD,),
                ("02-29", "10-13"),
                undated,
                (IRIS,),
                (IRIS,),
                (IRIS,),
            ),
        ),
        (
            "front.html",
            FrontView(
                "index.html",
                1,
                DAY,
                DAY,
                group,
                (),
                years[:1],
                (month, *(PeriodCount(f"2020-{n:02}", None, 0) for n in range(2, 13))),
                (),
                ("10-13",),
                undated,
                (IRIS,),
                (),
                (),
            ),
        ),
        (
            "year.html",
            YearView(
                "2020/index.html",
                "2020",
                2,
                (calendar, bare_month),
                (PeriodTags(month, (iris,)), PeriodTags(month, ())),
                (CARD,),
                (IRIS,),
                before,
                after,
            ),
        ),
        (
            "year.html",
            YearView("2020/index.html", "2020", 1, (bare_month,), (), (), (), None, None),
        ),
        (
            "month.html",
            MonthView(
                "2020/10/index.html", "2020-10", 3, calendar, (group,), (CARD,), before, after
            ),
        ),
        (
            "month.html",
            MonthView(
                "2020/10/index.html", "2020-10", 3, calendar, (CardGroup(day, ()),), (), None, None
            ),
        ),
        *(
            (
                "day.html",
                DayView("2020/10/13/index.html", "2020-10-13", n, (CARD,) * n, None, after),
            )
            for n in (1, 2, 9)
        ),
        (
            "on_this_day.html",
            OnThisDayView(
                "on-this-day/10-13.html",
                "10-13",
                3,
                (CardGroup(PeriodCount("2020-10-13", "2020/10/13/index.html", 3), (CARD,)),),
                None,
                PeriodLink("10-14", "on-this-day/10-14.html"),
            ),
        ),
        ("undated.html", UndatedView("undated/index.html", 1, (CARD,))),
        (
            "term.html",
            TermView(
                "tags/iris/index.html",
                tag,
                "Iris",
                9,
                Date("2019"),
                DAY,
                (CARD,),
                (PeriodCount("2020", "tags/iris/2020.html", 9), undated),
                years[:2],
                (IRIS,),
                "tags/iris/feed.xml",
                "tags/iris/feed.json",
            ),
        ),
        (
            "term_period.html",
            TermPeriodView(
                "tags/iris/2020.html", tag, iris, "2020", 3, (group,), (CARD,), None, before, after
            ),
        ),
        (
            "term_period.html",
            TermPeriodView(
                "tags/iris/2020-10.html",
                tag,
                iris,
                "2020-10",
                3,
                (CardGroup(day, ()),),
                (),
                PeriodLink("2020", "tags/iris/2020.html"),
                None,
                None,
            ),
        ),
        (
            "term_period.html",
            TermPeriodView(
                "tags/iris/undated.html", tag, iris, "", 1, (), (CARD,), None, None, None
            ),
        ),
        ("term_index.html", TermIndexView("tags/index.html", tag, 0, (), ())),
        ("term_index.html", TermIndexView("tags/index.html", tag, 1, (IRIS,), (("I", (IRIS,)),))),
        (
            "term_index.html",
            TermIndexView(
                "tags/index.html", tag, 40, (IRIS,), (("I", (IRIS,) * 39), ("#", (IRIS,)))
            ),
        ),
        ("shared_address.html", SharedAddressView("2020/10/13/lock.html", (CARD, ARABIC))),
        ("redirect.html", RedirectView("news/lock/index.html", "2020/10/13/lock.html")),
        ("404.html", NotFoundView("404.html")),
    ]
    return [Page(view.route, template, view) for template, view in views] + [  # type: ignore[attr-defined]
        article(),
        article(
            route="undated/bare.html",
            dek=None,
            date=None,
            byline=None,
            authors=(),
            source=None,
            tags=(),
            periods=(),
        ),
        article(
            section="Harbour",
            updated=Date("2020-10-14T09:30"),
            dateline="MARDEN",
            lang="ar",
            url="https://courier.example/lock",
            picture=Picture("assets/images/lock.00000000.jpg", "The lock", "Ines Valcourt"),
            tags_suggested=True,
            previous=CARD,
            next=ARABIC,
            evidence=(Evidence("title", (1, 2), "first line", "high"),),
            timeline=Timeline(iris, (CARD,), (ARABIC, CARD)),
            related=(CARD, ARABIC),
            corrections=(
                Correction(DAY, "The lock is older."),
                Correction(None, "So is its gate."),
            ),
        ),
        article(withdrawal=Withdrawal(DAY, "A court ordered it."), body=Body("", Markup.TEXT, {})),
        article(withdrawal=Withdrawal(None, None), body=Body("", Markup.TEXT, {}), dek=None),
    ]
