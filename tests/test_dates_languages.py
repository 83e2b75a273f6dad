"""The dates of lines in many languages: certain, doubtful, and what only looks like one."""

from __future__ import annotations

import datetime
import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.model import Precision
from newsarc.reading.dates.doubtful import DoubtfulDate
from newsarc.reading.dates.finding import DateMatch, find_dates, numeric_readings
from newsarc.reading.dates.months import is_weekday, month_of
from newsarc.reading.languages.lexicon import Lexicon

# The words that the lexicons have for dates, a few of each language: these tests say what is done
# with such words, and not which ones there are.
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "relative": "yesterday|today|just now|last night",
        "units": "h|hr|hrs|hour|hours|m|min|mins|minute|minutes|d|day|days",
        "numbers": "a|an|one|two|three",
        "ago": "ago",
        "at": "at",
        "before": "on|the",
        "of": "of",
    },
    "es": {
        "units": "hora|horas|día|días",
        "numbers": "un|una",
        "ago_before": "hace",
        "relative": "ayer|hoy",
        "at": "a las",
        "before": "el",
        "of": "de|del",
    },
    "pt": {"units": "hora|horas", "ago_before": "há", "ago": "atrás", "at": "às", "of": "de"},
    "fr": {
        "units": "heure|heures|jours",
        "ago_before": "il y a",
        "at": "à",
        "before": "le",
        "o_clock": "h|heure de paris",
        "relative": "hier",
    },
    "de": {
        "units": "Stunde|Stunden",
        "numbers": "einer",
        "ago_before": "vor",
        "at": "um",
        "o_clock": "Uhr",
        "before": "am|vom|den",
        "relative": "gestern|heute",
    },
    "it": {"units": "ore|giorni", "ago": "fa", "at": "alle|alle ore|ore", "before": "il"},
    "nl": {"units": "uur|uren", "ago": "geleden", "at": "om", "o_clock": "uur", "before": "op"},
    "tr": {"units": "saat|gün", "ago": "önce", "at": "saat", "relative": "dün"},
    "ru": {
        "units": "час|часа|часов",
        "ago": "назад",
        "at": "в",
        "year": "года|г",
        "relative": "вчера|сегодня",
    },
    "uk": {"units": "години|годин", "ago": "тому", "at": "о", "year": "року|р"},
    "pl": {"units": "godziny|godzin", "ago": "temu", "at": "godz.|o godz.", "year": "r|roku"},
    "cs": {"units": "hodinami|hodinou", "ago_before": "před", "at": "v"},
    "ar": {"units": "ساعات|ساعة", "ago_before": "منذ|قبل", "at": "الساعة", "relative": "أمس"},
    "hi": {"units": "घंटे|घंटा", "ago": "पहले", "o_clock": "बजे"},
    "bn": {"units": "ঘণ্টা", "ago": "আগে"},
    "id": {"units": "jam|hari", "ago": "lalu|yang lalu", "at": "pukul", "relative": "kemarin"},
    "vi": {"units": "giờ|ngày", "ago": "trước", "at": "lúc", "before": "ngày"},
    "zh": {"units": "小时|天", "ago": "前", "relative": "昨天|刚刚"},
    "ja": {"units": "時間|日", "ago": "前", "relative": "昨日"},
    "ko": {"units": "시간|일", "ago": "전", "relative": "어제"},
}


@cache
def lexicon(language: str | None) -> Lexicon:
    """A lexicon with the words above, and with labels and the words of bylines in English."""
    words = {("labels", "date"): frozenset({"published", "posted"})}
    words["labels", "updated"] = frozenset({"updated", "last updated"})
    words["byline", "words"] = frozenset({"by"})
    names = ["en", language] if language else list(WORDS)
    for name in filter(None, names):
        for key, phrases in WORDS.get(name, {}).items():
            place = "dates", key
            folded = frozenset(phrases.casefold().split("|"))
            words[place] = words.get(place, frozenset()) | folded
    return Lexicon(language, words)


def shown(line: str, language: str | None) -> list[tuple[str, str]]:
    """The dates of a line as pairs of the text and what it means."""
    pairs = []
    for found in find_dates(line, lexicon(language)):
        if isinstance(found, DateMatch):
            meaning = found.date.iso
        elif found.month_and_day:
            meaning = "--{:02}-{:02}".format(*found.month_and_day)
        else:
            meaning = found.code
        pairs.append((line[found.start : found.end], meaning))
    return pairs


# Language, line, the text of the date (empty for the whole line), what it means.
CERTAIN = [
    # English
    ("en", "October 13, 2020", "", "2020-10-13"),
    ("en", "October 13 2020", "", "2020-10-13"),
    ("en", "13 October, 2020", "", "2020-10-13"),
    ("en", "the 13th of October, 2020", "", "2020-10-13"),
    ("en", "Oct 3rd 2020", "", "2020-10-03"),
    ("en", "13Oct2020", "", "2020-10-13"),
    ("en", "13-Oct-2020", "", "2020-10-13"),
    ("en", "Wed, Oct 16, 2024", "", "2024-10-16"),
    ("en", "Friday, 22 Nov 2024 4:55 PM MYT", "", "2024-11-22T16:55+08:00"),
    ("en", "Oct. 13, 2020, 5:52 a.m. ET", "", "2020-10-13T05:52"),
    ("en", "5:52 AM EST, Tue October 13, 2020", "", "2020-10-13T05:52"),
    ("en", "Tuesday 13 October 2020 17.30 BST", "", "2020-10-13T17:30"),
    ("en", "2020-10-13T05:52:00+02:00", "", "2020-10-13T05:52:00+02:00"),
    ("en", "2020-10-13 05:52:00 UTC", "", "2020-10-13T05:52:00Z"),
    ("en", "2022-04-26 21:21:50", "", "2022-04-26T21:21:50"),
    ("en", "October 2020", "", "2020-10"),
    ("en", "October, 2020", "", "2020-10"),
    ("en", "May 2020", "", "2020-05"),
    ("en", "12/16/16 12:21pm", "", "2016-12-16T12:21"),
    ("en", "16/12/16", "", "2016-12-16"),
    ("en", "12/16/85", "", "1985-12-16"),
    ("en", "11/28/2016 04:23 pm ET", "", "2016-11-28T16:23"),
    ("en", "05/05/2020", "", "2020-05-05"),
    ("en", "Wednesday, 03/04/2020", "", "2020-03-04"),
    ("en", "Friday 03/04/2020", "", "2020-04-03"),
    ("en", "Vol. 84/No. 36 - September 14, 2020", "September 14, 2020", "2020-09-14"),
    ("en", "October 13, 2020, at 17:30", "", "2020-10-13T17:30"),
    ("en", "October 13, 2020 (17:30)", "", "2020-10-13T17:30"),
    ("en", "2020 Oct 13", "", "2020-10-13"),
    ("en", "13 October 2020 (Tuesday)", "", "2020-10-13"),
    ("en", "OCTOBER 13, 2020", "", "2020-10-13"),
    ("en", "October\u00a013,\u202f2020", "", "2020-10-13"),
    ("en", "on Tuesday, October 13, 2020 at 5:52 p.m.", "", "2020-10-13T17:52"),
    ("en", "By Ada Fenwick | October 13, 2020 | 4 min read", "October 13, 2020", "2020-10-13"),
    ("en", "Published13 October 2020", "13 October 2020", "2020-10-13"),
    ("en", "UpdatedOctober 13, 2020", "October 13, 2020", "2020-10-13"),
    ("en", "Date:13/10/2020", "13/10/2020", "2020-10-13"),
    ("en", "(October 13, 2020)", "October 13, 2020", "2020-10-13"),
    ("en", "April 24, 2024By Ada Fenwick", "April 24, 2024", "2024-04-24"),
    ("en", "April 24, 20232:26", "", "2023-04-24T02:26"),
    ("en", "24/04/202312:26", "", "2023-04-24T12:26"),
    ("en", "Quillon Sun, October 13, 2020", "October 13, 2020", "2020-10-13"),
    # Spanish
    ("es", "25 de mayo de 2025 16:51 h", "", "2025-05-25T16:51"),
    ("es", "abr. 22, 2022", "", "2022-04-22"),
    ("es", "el 3 de setiembre del 2020", "", "2020-09-03"),
    ("es", "martes, 13 de octubre de 2020 a las 17:30", "", "2020-10-13T17:30"),
    ("es", "octubre 13 de 2020", "", "2020-10-13"),
    ("es", "03/05/2022 20:36", "", "2022-05-03T20:36"),
    ("es", "13 OCT 2020 - 05:52 CEST", "", "2020-10-13T05:52+02:00"),
    ("es", "octubre de 2020", "", "2020-10"),
    ("es", "miércoles 14 octubre 2020 5:52 p. m.", "", "2020-10-14T17:52"),
    ("es", "1º de mayo de 2020", "", "2020-05-01"),
    ("es", "Por Ada Fenwick 13 Oct, 2020", "13 Oct, 2020", "2020-10-13"),
    # Portuguese
    ("pt", "21.dez.2018 às 12h55", "", "2018-12-21T12:55"),
    ("pt", "21/12/2018 às 12h", "", "2018-12-21T12:00"),
    ("pt", "terça-feira, 13 de outubro de 2020", "", "2020-10-13"),
    ("pt", "1 de março de 2020, 17h30min", "", "2020-03-01T17:30"),
    ("pt", "13 out 2020", "", "2020-10-13"),
    # French
    ("fr", "30 avril 2015 à 07:19", "", "2015-04-30T07:19"),
    ("fr", "le 14.09.2020 à 11h46", "", "2020-09-14T11:46"),
    ("fr", "le mardi 1er décembre 2020 à 7h", "", "2020-12-01T07:00"),
    ("fr", "Publié le 1er décembre 2020", "le 1er décembre 2020", "2020-12-01"),
    ("fr", "13/10/2020,17:30", "", "2020-10-13T17:30"),
    ("fr", "13 octobre 2020 à 17h30 heure de Paris", "", "2020-10-13T17:30"),
    ("fr", "13 aout 2020", "", "2020-08-13"),
    ("fr", "13 DÉCEMBRE 2020", "", "2020-12-13"),
    ("fr", "3 févr. 2020", "", "2020-02-03"),
    ("fr", "06/05/2020 - 18:00", "", "2020-05-06T18:00"),
    # German
    ("de", "23. März 2017, 15:43 Uhr", "", "2017-03-23T15:43"),
    ("de", "Stand: 28.04.2020 18:00 Uhr", "28.04.2020 18:00 Uhr", "2020-04-28T18:00"),
    ("de", "am Dienstag, den 13. Oktober 2020 um 15 Uhr", "", "2020-10-13T15:00"),
    ("de", "1. Jänner 2020", "", "2020-01-01"),
    ("de", "Di., 13. Okt. 2020, 17.30 Uhr", "", "2020-10-13T17:30"),
    ("de", "1.2.2020", "", "2020-02-01"),
    # Italian
    ("it", "martedì 13 ottobre 2020 ore 17.30", "", "2020-10-13T17:30"),
    ("it", "1° maggio 2020", "", "2020-05-01"),
    ("it", "13 Ott 2020 - 17:30", "", "2020-10-13T17:30"),
    ("it", "04/05/2020", "", "2020-05-04"),
    # Dutch
    ("nl", "13 oktober 2020 om 17:30 uur", "", "2020-10-13T17:30"),
    ("nl", "dinsdag 3 mrt. 2020", "", "2020-03-03"),
    ("nl", "03-04-2020 17:30", "", "2020-04-03T17:30"),
    # Turkish
    ("tr", "13 Ekim 2020 Salı 17:30", "", "2020-10-13T17:30"),
    ("tr", "05.04.2025", "", "2025-04-05"),
    ("tr", "14.05.2025, 20:28", "", "2025-05-14T20:28"),
    ("tr", "13 KASIM 2020", "", "2020-11-13"),
    ("tr", "13 Subat 2020, Perşembe", "", "2020-02-13"),
    # Russian
    ("ru", "11 октября 2018", "", "2018-10-11"),
    ("ru", "11 октября 2018 года, 17:46", "", "2018-10-11T17:46"),
    ("ru", "11 окт. 2018 г. в 17:46", "", "2018-10-11T17:46"),
    ("ru", "17:46, 11 октября 2018", "", "2018-10-11T17:46"),
    ("ru", "четверг, 11 октября 2018 | 17:46 мск", "", "2018-10-11T17:46"),
    ("ru", "11.10.2018", "", "2018-10-11"),
    ("ru", "октябрь 2018", "", "2018-10"),
    # Ukrainian
    ("uk", "8 січня 2020, 17:46", "", "2020-01-08T17:46"),
    ("uk", "8 листопада 2020 року", "", "2020-11-08"),
    ("uk", "середа, 8 січня 2020 р.", "", "2020-01-08"),
    # Polish, Czech
    ("pl", "13 października 2020 r., godz. 17:30", "", "2020-10-13T17:30"),
    ("pl", "13.10.2020r.", "", "2020-10-13"),
    ("pl", "13 paź 2020", "", "2020-10-13"),
    ("pl", "8 listopada 2020", "", "2020-11-08"),
    ("cs", "13. října 2020 v 17:30", "", "2020-10-13T17:30"),
    ("cs", "13. 10. 2020 17:30", "", "2020-10-13T17:30"),
    ("cs", "8. listopadu 2020", "", "2020-11-08"),
    ("cs", "úterý 3. 4. 2020", "", "2020-04-03"),
    # Arabic, Persian
    ("ar", "الأحد، 04 آب/اغسطس 2013", "", "2013-08-04"),
    ("ar", "13 تشرين الأول/أكتوبر 2020", "", "2020-10-13"),
    ("ar", "13 كانون الثاني 2020", "", "2020-01-13"),
    ("ar", "8 فيفري 2019", "", "2019-02-08"),
    ("ar", "١٣ أكتوبر ٢٠٢٠", "", "2020-10-13"),
    ("ar", "١٣/١٠/٢٠٢٠", "", "2020-10-13"),
    ("ar", "الثلاثاء 13 أكتوبر 2020 - 5:52 مساءً", "", "2020-10-13T17:52"),
    ("fa", "۱۳ اکتبر ۲۰۲۰", "", "2020-10-13"),
    # Hindi, Bengali
    ("hi", "३० दिसंबर २०२४", "", "2024-12-30"),
    ("hi", "30 दिसम्बर 2024 17:30 बजे", "", "2024-12-30T17:30"),
    ("hi", "मंगलवार, 13 अक्टूबर 2020", "", "2020-10-13"),
    ("bn", "আগস্ট ২৯, ২০২০", "", "2020-08-29"),
    ("bn", "২৯ আগস্ট ২০২০, ১৭:৩০", "", "2020-08-29T17:30"),
    ("bn", "১৩ জানুয়ারি ২০২০", "", "2020-01-13"),
    # Indonesian, Vietnamese
    ("id", "Rabu, 03 Oktober 2018 | 22:23 WIB", "", "2018-10-03T22:23+07:00"),
    ("id", "Selasa, 13 Agustus 2020 17.30 WIB", "", "2020-08-13T17:30+07:00"),
    ("id", "03/10/2018 pukul 22:23", "", "2018-10-03T22:23"),
    ("vi", "Thứ tư, 22/10/2025, 19:25 (GMT+7)", "", "2025-10-22T19:25+07:00"),
    ("vi", "ngày 22 tháng 10 năm 2025", "", "2025-10-22"),
    ("vi", "Chủ Nhật, 5 tháng 10, 2025 lúc 19:25", "", "2025-10-05T19:25"),
    ("vi", "05/10/2025 19:25", "", "2025-10-05T19:25"),
    # Chinese, Japanese, Korean
    ("zh", "2024年04月24日23:52", "", "2024-04-24T23:52"),
    ("zh", "2024年4月24日 星期三", "", "2024-04-24"),
    ("zh", "2024-04-24 23:52", "", "2024-04-24T23:52"),
    ("zh", "2024年4月24日 下午2:05", "", "2024-04-24T14:05"),
    ("zh", "２０２４年４月２４日", "", "2024-04-24"),
    ("zh", "民國113年4月24日", "", "2024-04-24"),
    ("zh", "时间：2024-04-24", "2024-04-24", "2024-04-24"),
    ("zh", "2024年4月", "", "2024-04"),
    ("ja", "令和6年4月24日", "", "2024-04-24"),
    ("ja", "令和元年5月1日", "", "2019-05-01"),
    ("ja", "昭和64年1月7日", "", "1989-01-07"),
    ("ja", "2024年4月24日(水) 午後2時5分", "", "2024-04-24T14:05"),
    ("ja", "2024年4月24日 14時05分", "", "2024-04-24T14:05"),
    ("ja", "2024/04/24 14:05", "", "2024-04-24T14:05"),
    ("ko", "2024.04.24 14:05", "", "2024-04-24T14:05"),
    ("ko", "2024. 4. 24. 오후 2:05", "", "2024-04-24T14:05"),
    ("ko", "2024년 4월 24일 오후 2시 5분", "", "2024-04-24T14:05"),
    ("ko", "24.04.16", "", "2024-04-16"),
    # What CLDR gives for others
    ("hu", "2020. október 13.", "", "2020-10-13"),
    ("sv", "13 oktober 2020 kl. 17.30", "", "2020-10-13T17:30"),
    ("fi", "13. lokakuuta 2020", "", "2020-10-13"),
    ("el", "Τρίτη 13 Οκτωβρίου 2020", "", "2020-10-13"),
    ("el", "13 ΟΚΤΩΒΡΙΟΥ 2020", "", "2020-10-13"),
    ("th", "13 ต.ค. 2563", "", "2020-10-13"),
    ("th", "13 ตุลาคม 2563", "", "2020-10-13"),
    ("he", "13 באוקטובר 2020", "", "2020-10-13"),
    ("ca", "13 d'octubre de 2020", "", "2020-10-13"),
    ("ro", "marți, 13 octombrie 2020", "", "2020-10-13"),
    ("hr", "8. listopada 2020.", "8. listopada 2020", "2020-10-08"),
    ("ur", "13 اکتوبر 2020", "", "2020-10-13"),
    ("no", "13. desember 2020", "", "2020-12-13"),
    ("pt-BR", "13 de outubro de 2020", "", "2020-10-13"),
    # A language that is not known
    (None, "13 octobre 2020", "", "2020-10-13"),
    (None, "mardi 13 octobre 2020", "", "2020-10-13"),
    (None, "11 октября 2018", "", "2018-10-11"),
    (None, "3 September 2018", "", "2018-09-03"),
    (None, "13.10.2020", "", "2020-10-13"),
]  # fmt: skip

DOUBTFUL = [
    ("en", "03/04/2020", "", "DATE_AMBIGUOUS"),
    ("en", "03/04/16 5:52 PM", "", "DATE_AMBIGUOUS"),
    (None, "03.04.2020", "", "DATE_AMBIGUOUS"),
    ("en", "March 18 at 3:57 PM", "", "--03-18"),
    ("en", "Tuesday, Mar. 18", "", "--03-18"),
    ("en", "18 March", "", "--03-18"),
    ("en", "Feb 29", "", "--02-29"),
    ("en", "KATHMANDU, April 25 (Reuters)", "April 25", "--04-25"),
    ("en", "Updated March 18 by Ada Fenwick", "March 18", "--03-18"),
    ("ru", "8 января, 17:46", "", "--01-08"),
    ("ru", "17:46, 8 января", "", "--01-08"),
    ("ru", "МОСКВА, 22 янв — РИА Новости.", "22 янв", "--01-22"),
    ("es", "18 de marzo a las 15:57", "", "--03-18"),
    ("de", "Dienstag, 18. März", "", "--03-18"),
    ("hi", "नैनीताल, 30 दिसम्बर।", "30 दिसम्बर", "--12-30"),
    ("zh", "4月24日", "", "--04-24"),
    ("zh", "新华社北京4月24日电　记者", "4月24日", "--04-24"),
    ("ko", "4월 24일 오후 2:05", "", "--04-24"),
    ("vi", "22 tháng 10", "", "--10-22"),
    ("en", "3 hours ago", "", "DATE_RELATIVE"),
    ("en", "9 Hrs Ago", "", "DATE_RELATIVE"),
    ("en", "3h ago", "", "DATE_RELATIVE"),
    ("en", "1 hour, 5 minutes ago", "", "DATE_RELATIVE"),
    ("en", "an hour ago", "", "DATE_RELATIVE"),
    ("en", "Published3 hours ago", "3 hours ago", "DATE_RELATIVE"),
    ("en", "Updated two days ago", "two days ago", "DATE_RELATIVE"),
    ("en", "Yesterday", "", "DATE_RELATIVE"),
    ("en", "Yesterday at 5:52 PM", "", "DATE_RELATIVE"),
    ("en", "By Ada Fenwick, last night", "last night", "DATE_RELATIVE"),
    ("en", "Today by Ada Fenwick", "Today", "DATE_RELATIVE"),
    ("es", "Hace 13 horas", "", "DATE_RELATIVE"),
    ("es", "hace una hora", "", "DATE_RELATIVE"),
    ("pt", "há 3 horas", "", "DATE_RELATIVE"),
    ("pt", "3 horas atrás", "", "DATE_RELATIVE"),
    ("fr", "Il y a 3 heures", "", "DATE_RELATIVE"),
    ("de", "vor 2 Stunden", "", "DATE_RELATIVE"),
    ("de", "Vor einer Stunde", "", "DATE_RELATIVE"),
    ("it", "3 ore fa", "", "DATE_RELATIVE"),
    ("nl", "3 uur geleden", "", "DATE_RELATIVE"),
    ("tr", "3 saat önce", "", "DATE_RELATIVE"),
    ("ru", "3 часа назад", "", "DATE_RELATIVE"),
    ("ru", "час назад", "", "DATE_RELATIVE"),
    ("ru", "Вчера, 17:46", "", "DATE_RELATIVE"),
    ("uk", "3 години тому", "", "DATE_RELATIVE"),
    ("pl", "5 godzin temu", "", "DATE_RELATIVE"),
    ("cs", "před 2 hodinami", "", "DATE_RELATIVE"),
    ("ar", "منذ 3 ساعات", "", "DATE_RELATIVE"),
    ("ar", "منذ ٣ ساعات", "", "DATE_RELATIVE"),
    ("ar", "منذ ساعة", "", "DATE_RELATIVE"),
    ("hi", "3 घंटे पहले", "", "DATE_RELATIVE"),
    ("bn", "৩ ঘণ্টা আগে", "", "DATE_RELATIVE"),
    ("id", "3 jam yang lalu", "", "DATE_RELATIVE"),
    ("vi", "3 giờ trước", "", "DATE_RELATIVE"),
    ("zh", "3小时前", "", "DATE_RELATIVE"),
    ("zh", "昨天 14:05", "", "DATE_RELATIVE"),
    ("ja", "2時間前", "", "DATE_RELATIVE"),
    ("ko", "3시간 전", "", "DATE_RELATIVE"),
    (None, "Hace 13 horas", "", "DATE_RELATIVE"),
]

NO_DATE = [
    ("en", "Section 4, 2020 words"),
    ("en", "Boeing 737-800"),
    ("en", "1 of 24"),
    ("en", "ISBN 978-3-16-148410-0"),
    ("en", "2–1"),
    ("en", "Harbour Town 3-1 Quillon United"),
    ("en", "24/7"),
    ("en", "9/11"),
    ("en", "0:49"),
    ("en", "Call 020 7946 0958 or 555-12-1234"),
    ("en", "+44 20 7946 0958"),
    ("fr", "01.23.45.67.89"),
    ("en", "in 2019 about 30 May queens were crowned"),
    ("en", "May queens were crowned on 30 sites in 2019"),
    ("en", "version 1.2.10 and 1.10.2020.7"),
    ("en", "31 February 2020"),
    ("en", "February 30, 2020"),
    ("en", "13/13/2020"),
    ("en", "2020-2021"),
    ("en", "13-14 October 2020"),
    ("en", "October 13-14, 2020"),
    ("en", "it may 2020 people or more"),
    ("en", "march 20 miles"),
    ("en", "$13/10/2020"),
    ("en", "https://quillon.example/2020/10/13/storm"),
    ("en", "12 people in 2020"),
    ("en", "Highway B12 May 2020x"),
    ("en", "a stretch of 12. May"),
    ("en", "4. 10. 2020 words"),
    ("en", "USA Today"),
    ("en", "Today we know more"),
    ("en", "Today, our harbour is a mixed one"),
    ("en", "Storm that struck long ago"),
    ("en", "The 8 days that shook the harbour"),
    ("en", "3 minutes"),
    ("en", "4 min read"),
    ("en", "13 October 1066"),
    ("fa", "۱۴۰۳/۰۲/۰۵"),
    ("ar", "1442/02/25"),
    ("en", "Psalm 119, 3 May others"),
    ("de", "Sie kamen am 18. März in die Stadt"),
    ("en", "No. 20201013"),
    ("en", "9" * 5_000),
    (None, "12 people 2020"),
    (None, "8 listopad 2020"),
    ("en", "On the last day nobody came, and yesterday all of the boats had left already"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "text", "meaning"), CERTAIN + DOUBTFUL)
def test_one_date(language: str | None, line: str, text: str, meaning: str) -> None:
    assert shown(line, language) == [(text or line, meaning)]


@pytest.mark.parametrize(("language", "line"), NO_DATE)
def test_no_date(language: str | None, line: str) -> None:
    assert shown(line, language) == []


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Oct 13, 2020Updated Oct 14, 2020", ["Oct 13, 2020", "Oct 14, 2020"]),
        ("June 5, 2020June 5, 2020", ["June 5, 2020", "June 5, 2020"]),
        ("1 May 2020, 17:30 - 2 May 2020, 8:15", ["1 May 2020, 17:30", "2 May 2020, 8:15"]),
        ("October 13, 2020, updated 3 hours ago", ["October 13, 2020", "3 hours ago"]),
        ("13.10.2020 14.10.2020", ["13.10.2020", "14.10.2020"]),
        ("2020-10-13 | 03/04/2020", ["2020-10-13", "03/04/2020"]),
        ("Posted: October 13, 2020 | Updated: yesterday", ["October 13, 2020", "yesterday"]),
    ],
)  # fmt: skip
def test_dates_of_a_line(line: str, dates: list[str]) -> None:
    assert [text for text, _ in shown(line, "en")] == dates


def test_both_readings() -> None:
    (found,) = find_dates("03/04/2020 17:30", lexicon("en"))
    assert isinstance(found, DoubtfulDate)
    assert [str(date) for date in found.readings] == ["2020-03-04T17:30", "2020-04-03T17:30"]
    assert found.message == (
        '"03/04/2020 17:30" can be read as 2020-03-04T17:30 or 2020-04-03T17:30'
    )


@given(
    st.text(alphabet="0123456789 -/.:,MayoctbTZ年月日٣|", max_size=60),
    st.sampled_from(["en", "es", "ja", "ar", None]),
)
def test_any_line(line: str, language: str | None) -> None:
    end = 0
    for found in find_dates(line, lexicon(language)):
        assert end <= found.start < found.end <= len(line)
        end = found.end
        if isinstance(found, DateMatch) and found.date.precision is Precision.INSTANT:
            datetime.datetime.fromisoformat(found.date.iso)  # raises where it is none


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("2020-10-13", "iso"),
        ("2020/10/13", "year-first"),
        ("13 October 2020", "long"),
        ("13/10/2020", "numeric"),
        ("Friday, 03/04/2020", "numeric-weekday"),
        ("16/12/16", "numeric-short-year"),
        ("October 2020", "month"),
    ],
)
def test_rule(line: str, rule: str) -> None:
    (found,) = find_dates(line, lexicon("en"))
    assert isinstance(found, DateMatch)
    assert found.rule == rule


def test_readings_in_a_known_language() -> None:
    assert [date.iso for date in numeric_readings("03/04/2020", "tr")] == ["2020-04-03"]
    assert [date.iso for date in numeric_readings("04/13/2020", "tr")] == ["2020-04-13"]
    assert len(numeric_readings("03/04/2020", "en")) == 2


@pytest.mark.parametrize(
    ("word", "language", "month"),
    [
        ("setiembre", "es", 9),
        ("Jänner", "de", 1),
        ("lis", "pl", 11),
        ("listopad", "hr", 10),
        ("listopad", None, None),
        ("آب", "ar", 8),
        ("EKİM", "tr", 10),
        ("mar", "it", 3),
        ("Oktober", "en", None),
        ("Oktober", "xx", None),
    ],
)
def test_month_of(word: str, language: str | None, month: int | None) -> None:
    assert month_of(word, language) == month


def test_weekdays() -> None:
    assert is_weekday("Sonnabend", "de")
    assert is_weekday("четвер", "uk")
    assert not is_weekday("Sonnabend", "fr")


ENDLESS = [
    "13 October ",
    "13 ",
    "2020 ",
    "13/10/",
    "5:52 AM ",
    "le le ",
    "Tuesday, ",
    "1 hour ",
    "4月",
]


@pytest.mark.parametrize("part", ENDLESS)
def test_steps_grow_with_the_line(part: str) -> None:
    def steps(line: str) -> int:
        count = 0

        def trace(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(trace)
        try:
            find_dates(line, lexicon("en"))
        finally:
            sys.setprofile(None)
        return count

    find_dates(part * 1_000, lexicon("en"))
    assert steps(part * 1_000) <= 2.1 * steps(part * 500) + 100
