"""Indexes of terms are in the order that readers of the site's language expect."""

from __future__ import annotations

import random
from itertools import groupby

import pytest

from newsarc.site.collation import collation_of
from newsarc.site.slugs import fold
from newsarc.site.tailoring import tailoring_of

LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en eo es et fa fi fil fo fr ga gl ha he hi hr hu hy id "
    "ig is it ja ka kk kl ko ku ky lt lv mk mn mr mt nb nl nn pa pl pt ro ru se sk sl sq sr "
    "sr-Latn sv ta te th tk tr uk ur uz vi wo yo zh zh-Hant"
).split()


def index_of(language: str, labels: list[str]) -> list[tuple[str, list[str]]]:
    """The headings of an index, each with the labels under it."""
    collation = collation_of(language)
    places = sorted((*collation.place(label, fold(label)), label) for label in labels)
    return [
        (heading, [label for _, _, label in group])
        for heading, group in groupby(places, key=lambda place: place[1])
    ]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "A: Aland, Åre, Azur / E: Éa, élan, Ezra / O: Odense, Østby, Oz / T: Tag / Z: Zoo"),
        ("en", "D: De-An, de la Mer, Dean, Deb / #: !!!, 2020"),
        ("en", "R: Route 0, Route 9, Route 10, Route 10b, Route 100, Routes / #: 1e6, 9, 10, 0123"),
        ("en", "C: Case 9999999999, Case 10000000000"),
        ("ar", "ط: طريق ٩, طريق 10, طريق ١٠٠"),
        ("sv", "A: Arvid / U: Unn / Y: Über, Yngve / Z: Zorn / Å: Åre / Ä: Ägir, Äng / Ö: Öland"),
        ("fi", "V: Vaasa / W: Wiik / Z: Zorn / Å: Åbo / Ä: Äänekoski / Ö: Öljy"),
        ("da", "A: Alf / Z: Zoo / Æ: Ærø, Ävje / Ø: Øre, Östersund / Å: Aabo, Ålborg"),
        ("nb-NO", "Z: Zoo / Æ: Ære / Ø: Øre / Å: Ås"),
        ("is", "A: Ask / Á: Ás / D: Dag / Ð: Ðe / E: Egg / Z: Zoo / Þ: Þór / Æ: Æ / Ö: Ör"),
        ("es", "M: Mar / N: Nora, Nuño, Nzá / Ñ: Ñandú / O: Oro"),
        ("es-MX", "N: Nzá / Ñ: Ñu"),
        ("de", "A: Abel, Aga, Ägir / M: Maßa, Massb / O: Ofen, Öl, Ost / U: Uber, Übung"),
        ("fr", "C: cote, côté b, coter / E: Éa, ebb, Ève / O: œuf, ogre"),
        ("pl", "A: Azja / Ą: Ąb / L: Lyk / Ł: Łan / Z: Zoo / Ź: Źa / Ż: Ża"),
        ("cs", "C: Cyr / Č: Čas / D: Ďas, Dům / H: Hus / Ch: Chata / I: Ida / Ž: Žák"),
        ("sk", "A: Azor / Ä: Ä / O: Orol / Ô: Ôsmy / Z: Zub / Ž: Žaba"),
        ("hr", "C: Cvet / Č: Čas / Ć: Ćao / D: Dvor / Dž: Džep / Đ: Đak / L: Luk / Lj: Ljeto"),
        (
            "hu",
            "C: Cukor / Cs: Csaba / G: Gzz / Gy: Gyula / O: Óz, Ozd / Ö: Öböl, Őz / Z: Z / Zs: Zs",
        ),
        ("ro", "A: Az / Ă: Ăl / Â: Âl / S: Suc / Ș: Șa, Şb / T: Tun / Ț: Ța"),
        ("et", "S: Süt / Š: Šõu / Z: Zoo / Ž: Žanr / T: Tee / Õ: Õli / Ä: Äri / Ö: Öö / Ü: Ühe"),
        ("lt", "I: Ida, Yla, Iš / J: Jo / S: Su / Š: Ša"),
        ("cy", "C: Cwm / Ch: Chwefror / L: Luc / Ll: Llan / M: Mon"),
        ("tr", "C: Cuma / Ç: Çay / G: Gül / Ğ: Ğa / H: Hz / I: Iğdır, Işık / İ: İzmir / Ş: Şile"),
        ("az", "E: Ev / Ə: Əli / H: Hz / X: Xan / I: Isı / İ: İl / K: Ku / Q: Qar / L: Lal"),
        ("vi", "A: An / Ă: Ăn / Â: Ấn, Ân b / D: Dung / Đ: Đà / O: Oi / Ô: Ổi / Ơ: Ớt"),
        ("ru", "Д: Дом / Е: Ева, Ёж, Ель / И: Игра / Й: Йод / К: Кот / A: Abel / 漢字: 新 / #: 5"),
        ("uk", "Г: Гуд / Ґ: Ґава / Е: Ера / Є: Єва / И: Ир / І: Іва / Ї: Їжа / Й: Йод / К: Кит"),
        ("sr-Latn", "C: Car / Č: Čas / Ć: Ćao / А: Аца"),
        ("sr", "Д: Дуб / Ђ: Ђак / Љ: Љиљан / Њ: Њ / Т: Тон / Ћ: Ћао / Џ: Џеп / Ш: Шал / C: Car"),
        ("be", "Е: Еў / Ё: Ёд / У: Ус / Ў: Ўм / Ф: Фа"),
        ("mk", "Д: Дом / Ѓ: Ѓон / Е: Ева / Т: Ти / Ќ: Ќе / У: Уво"),
        ("kk", "Е: Ел / Ё: Ёд / У: Ус / Ұ: Ұл / Ү: Үй / Ы: Ыс / І: Із"),
        ("el", "Α: Αθήνα, Άλφα, Αύριο / Ω: Ώρα / A: Abel / Д: Дом"),
        ("ar", "ا: أحمد, إسلام, آسيا, اقتصاد / ب: بغداد / ت: تونس / ي: يمن / A: Abel"),
        ("fa", "آ: آب / ا: ابر / ب: بم / پ: پل / ک: کار / گ: گل / و: وان / ه: هوا / ی: یزد"),
        ("ur", "ت: تار / ٹ: ٹین / ق: قلم / ک: کار / گ: گل / ہ: ہوا / ی: یاد"),
        ("he", "א: אב / כ: כל / ל: לב / A: Abel"),
        ("hi", "अ: अमर / आ: आम / क: कमल, क़लम, काम / ख: खबर / A: Abel"),
        ("mr", "ल: लय / ह: हल / ळ: ळ"),
        ("ta", "வ: வ / ள: ள / ன: ன / ஜ: ஜ / ஸ: ஸ"),
        ("th", "ก: กา / ค: แคน / ง: งา / ท: ไทย / A: Abel"),
        (
            "ja",
            "A: Abel / あ: アイス, うえ / か: がく, カタ / さ: さる / は: ハート / 漢字: 亜, 日本",
        ),
        ("ko", "ㄱ: 가나, 각, 까치 / ㄴ: 나라 / ㅎ: 한국 / 漢字: 韓 / A: Abel"),
        ("zh", "A: Abel, 安 / B: Bern, 北京 / M: 美国 / Z: Zorn, 中国 / 汉字: 龘 / Д: Дом / #: 5"),
        ("zh-Hant", "A: Abel / Z: Zorn / 漢字: 一, 人, 中國, 臺灣"),
        ("zh-TW", "Z: Zorn / 漢字: 一, 臺灣"),
        (
            "en",
            "Z: Zoo / Α: Αθήνα / Д: Дом / კ: კავკასია / א: אב / अ: अमर / ㄱ: 각 / 漢字: 新",
        ),
        ("xx", "A: Å / Z: Z"),
    ],
)
def test_terms_are_in_the_order_of_the_language(language: str, shown: str) -> None:
    expected = [
        (heading, labels.split(", "))
        for heading, _, labels in (group.partition(": ") for group in shown.split(" / "))
    ]
    labels = [label for _, group in expected for label in group]
    assert index_of(language, labels[::-1]) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_stands_once_and_terms_in_one_order(language: str) -> None:
    drawn = random.Random(language)
    letters = [*tailoring_of(language).letters.values(), *"abcdefghijklmnopqrstuvwxyz 0-éя新あ각ب"]
    labels = ["".join(drawn.choices(letters, k=drawn.randint(1, 4))) for _ in range(500)]
    unique = list({fold(label): label for label in labels}.values())
    index = index_of(language, unique)
    headings = [heading for heading, _ in index]
    assert sorted(headings) == sorted(set(headings))
    drawn.shuffle(unique)
    assert index_of(language, unique) == index
