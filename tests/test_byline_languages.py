"""Bylines in many languages and scripts, each read with a few words of its language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from newsarc.reading.bylines import is_name, names_of, read_byline, reads_as_byline
from newsarc.reading.languages.lexicon import Lexicon, fold, lexicon_of

EN = lexicon_of("en")

# The words of a language: a key, a colon, and phrases with commas between them.
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "byline.words: كتب, بقلم; byline.labels: كتب, حوار; byline.and: و; byline.ends: من; "
        "roles.nouns: مراسل; organisations.names: رويترز; places.names: القاهرة",
        "bn": "byline.labels: লেখক; byline.and: ও; roles.nouns: প্রতিবেদক; places.names: ঢাকা",
        "cs": "byline.labels: autor; byline.and: a",
        "da": "byline.words: af; byline.and: og; byline.labels: tekst; credits.labels: foto",
        "de": "byline.words: von; byline.labels: text; byline.and: und; byline.ends: aus; "
        "roles.nouns: redakteurin; credits.labels: fotos",
        "es": "byline.words: por, escribe; byline.labels: texto; byline.and: y, e; "
        "byline.ends: en; credits.labels: fotos; sections.names: cultura; roles.nouns: redactora",
        "fa": "byline.words: نوشته; byline.and: و",
        "fi": "byline.labels: teksti; byline.and: ja; credits.labels: kuvat",
        "fr": "byline.words: par; byline.and: et; byline.ends: à; roles.nouns: correspondante",
        "he": "byline.words: מאת; byline.and: ו",
        "hi": "byline.labels: लेखक; byline.and: और; roles.nouns: संवाददाता; places.names: दिल्ली",
        "id": "byline.words: oleh; byline.and: dan; roles.nouns: wartawan",
        "it": "byline.words: di, a cura di; byline.and: e; byline.ends: da",
        "ja": "byline.labels: 文, 取材; roles.nouns: 記者, 編集委員; organisations.last: 新聞; "
        "organisations.names: 共同通信; places.names: ロンドン",
        "ka": "byline.labels: ავტორი; byline.and: და",
        "ko": "byline.words: 글; byline.labels: 글, 기자; roles.nouns: 기자, 특파원; "
        "roles.modifiers: 선임; organisations.names: 연합뉴스; places.names: 서울; byline.and: 와",
        "nl": "byline.words: door; byline.and: en; byline.ends: in",
        "pl": "byline.words: autor; byline.labels: autor, tekst; byline.and: i",
        "pt": "byline.words: por; byline.and: e; byline.ends: em",
        "ru": "byline.labels: текст, автор; byline.and: и; roles.nouns: корреспондент; "
        "credits.labels: фото; organisations.names: тасс",
        "sv": "byline.words: av; byline.and: och; byline.labels: text; credits.labels: foto",
        "th": "byline.words: โดย; byline.and: และ",
        "tr": "byline.labels: haber, yazan; byline.after: tarafından; byline.and: ve; "
        "roles.nouns: muhabir",
        "uk": "byline.labels: автор; byline.and: та, і",
        "vi": "byline.words: theo; byline.and: và",
        "zh": "byline.words: 记者, 作者, 撰文; byline.labels: 文, 记者, 作者; byline.and: 和, 与; "
        "byline.after: 报道; roles.nouns: 记者, 通讯员; roles.modifiers: 本报; "
        "organisations.names: 新华社; organisations.last: 日报; places.names: 北京; "
        "credits.labels: 图",
    }
)

# Language, byline, names: an organisation has an asterisk.
BYLINES = """
de | Von Hans Quast und Eva Kranz | Hans Quast, Eva Kranz
de | von Eva Kranz | Eva Kranz
de | Von Hans Quast, Berlin | Hans Quast
de | Hans Quast aus Berlin | Hans Quast
de | Eva Kranz, Redakteurin | Eva Kranz
de | Text: Eva Kranz, Fotos: Hans Quast | Eva Kranz
de | Eva Kranz mit dpa | Eva Kranz
de | dpa/ek | dpa*
es | Por Ana Rual y Luis Moraz | Ana Rual, Luis Moraz
es | José Rual y Moraz | José Rual y Moraz
es | Escribe Ana Rual en Cultura | Ana Rual
es | Texto: Ana Rual · Fotos: Luis Moraz | Ana Rual
es | Texto y fotos: Ana Rual | Ana Rual
es | Ana Rual con información de EFE | Ana Rual
es | Agencia EFE | Agencia EFE*
es | Ana Rual (redactora) | Ana Rual
es | POR ANA RUAL | ANA RUAL
fr | Par Élise Quénot et Jean-Luc Briard | Élise Quénot, Jean-Luc Briard
fr | Élise Quénot avec AFP | Élise Quénot
fr | Élise Quénot, correspondante à Rome | Élise Quénot
fr | Par Élise QUÉNOT | Élise QUÉNOT
it | di Mario Rossano | Mario Rossano
it | Di Mario Rossano | Mario Rossano
it | a cura di Mario Rossano e Anna Verdini | Mario Rossano, Anna Verdini
it | Mario Rossano da Milano | Mario Rossano
pt | Por Rita Falcão e João Meira | Rita Falcão, João Meira
pt | Rita Falcão em Lisboa | Rita Falcão
nl | Door Piet van der Laan en Els de Wit | Piet van der Laan, Els de Wit
da | Af Søren Lund og Mette Krag | Søren Lund, Mette Krag
sv | Text: Åsa Lind Foto: Nils Ek | Åsa Lind
sv | Av Åsa Lind och Nils Ek | Åsa Lind, Nils Ek
fi | Teksti: Aino Salo ja Eero Mäki Kuvat: Ilmari Koski | Aino Salo, Eero Mäki
pl | Autor: Jan Kowalik i Anna Nowicka | Jan Kowalik, Anna Nowicka
cs | Jana Novotná a Petr Malík | Jana Novotná, Petr Malík
tr | Haber: Ayşe Yılgör | Ayşe Yılgör
tr | Ayşe Yılgör tarafından | Ayşe Yılgör
tr | Ayşe Yılgör ve Mehmet Demiray | Ayşe Yılgör, Mehmet Demiray
tr | Ayşe Yılgör / Ankara | Ayşe Yılgör
id | Oleh Budi Santika dan Sri Wahyuni | Budi Santika, Sri Wahyuni
vi | Nguyễn Văn An và Trần Thị Bình | Nguyễn Văn An, Trần Thị Bình
ru | Текст: Анна Петренко·Иван Сидорчук | Анна Петренко, Иван Сидорчук
ru | Анна Петренко и Иван Сидорчук | Анна Петренко, Иван Сидорчук
ru | Иван Сидорчук, корреспондент | Иван Сидорчук
ru | Петренко А. | Петренко А.
ru | Текст: Анна Петренко Фото: Иван Сидорчук | Анна Петренко
ru | ТАСС | ТАСС*
uk | Автор: Олена Гай та Петро Мороз | Олена Гай, Петро Мороз
zh | 张三 记者 | 张三
zh | 记者 张三 | 张三
zh | 记者张三 | 张三
zh | 文/张三 | 张三
zh | 文｜張三 | 張三
zh | 文｜张三 图｜李四 | 张三
zh | 新华社记者张三 | 张三
zh | 新华社记者 张三 李四 | 张三, 李四
zh | 本报记者张三丰、李四 | 张三丰, 李四
zh | 半月谈记者 张三 | 张三
zh | 记者：张三，北京 | 张三
zh | 记者张三丰和李四 | 张三丰, 李四
zh | 记者 让·雷诺 | 让·雷诺
zh | 张三 报道 | 张三
zh | 人民日报 | 人民日报*
zh | 新华社 | 新华社*
ja | 記者 佐藤太郎 | 佐藤太郎
ja | 佐藤 太郎 記者 | 佐藤 太郎
ja | 佐藤太郎記者 | 佐藤太郎
ja | 文・佐藤太郎 | 佐藤太郎
ja | 取材・文：佐藤太郎 | 佐藤太郎
ja | 【ロンドン＝佐藤太郎】 | 佐藤太郎
ja | 記者 ジョン・スミス | ジョン・スミス
ja | 佐藤太郎・山田花子 記者 | 佐藤太郎, 山田花子
ja | 記者 佐藤太郎、山田花子 | 佐藤太郎, 山田花子
ja | 北方新聞 | 北方新聞*
ko | 김민수 기자 | 김민수
ko | 기자 김민수 | 김민수
ko | 김민수기자 | 김민수
ko | 김민수 이영희 기자 | 김민수, 이영희
ko | 김민수·이영희 기자 | 김민수, 이영희
ko | (서울=연합뉴스) 김민수 기자 | 연합뉴스*, 김민수
ko | 서울=김민수 특파원 | 김민수
ko | 김민수 선임기자 | 김민수
ko | 김민수 기자 minsu@herald.example | 김민수
ko | 글 김민수 | 김민수
ar | كتب أحمد سالم | أحمد سالم
ar | كتب: أحمد سالم | أحمد سالم
ar | حوار: أحمد سالم | أحمد سالم
ar | بقلم أحمد سالم وخالد عمر | أحمد سالم, خالد عمر
ar | كتب وليد حسن | وليد حسن
ar | أحمد سالم - القاهرة | أحمد سالم
ar | كتب أحمد سالم من القاهرة | أحمد سالم
ar | رويترز | رويترز*
fa | نوشته رضا کریمی | رضا کریمی
he | מאת דנה לוין ויוסי כהנא | דנה לוין, יוסי כהנא
hi | लेखक: अमित शर्मा | अमित शर्मा
hi | अमित शर्मा, दिल्ली | अमित शर्मा
hi | संवाददाता अमित शर्मा और रीना सिंह | अमित शर्मा, रीना सिंह
bn | কবির হাসান, ঢাকা | কবির হাসান
bn | লেখক: কবির হাসান ও রিনা দাস | কবির হাসান, রিনা দাস
th | โดย สมชาย ใจดี | สมชาย ใจดี
th | โดยสมชาย ใจดี และ มานี มีนา | สมชาย ใจดี, มานี มีนา
ka | ავტორი: ნინო ბერაია და გია ლომაია | ნინო ბერაია, გია ლომაია
zh | 记者 Ada Fenwick | Ada Fenwick
"""

NO_BYLINES = """
zh | 责任编辑：王五
zh | 大桥关闭
zh | 张三
zh | 张三和李四
zh | 记者昨日从有关部门获悉，大桥将关闭。
zh | 图/李四
ja | 橋が閉鎖
ja | 佐藤太郎、山田花子
ja | ジョン・スミス
ko | 다리 폐쇄
ar | إغلاق جسر الميناء
bn | কবির হাসান
es | Leído por Ana Rual
es | Por fin llega la lluvia
es | Fotos: Luis Moraz
de | Von Montag bis Freitag
fr | Par la fenêtre
fr | Costa Rica
it | Di nuovo sulla strada
ru | Фото: Иван Сидорчук
tr | Bu sabah tarafından
th | สะพานปิดแล้ว
"""


def lexicon_with(language: str) -> Lexicon:
    """The English words with those of a language above."""
    words = dict(EN._words)
    for entry in WORDS[language].split(";"):
        key, _, phrases = entry.partition(":")
        table, _, name = key.strip().partition(".")
        found = frozenset(fold(phrase) for phrase in phrases.split(","))
        words[table, name] = words.get((table, name), frozenset()) | found
    return Lexicon(language, words)


LEXICONS = {language: lexicon_with(language) for language in WORDS}


def cases(text: str) -> list[list[str]]:
    """The lines of a table, cut at " | "."""
    return [[cell.strip() for cell in line.split(" | ")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "byline", "names"), cases(BYLINES))
def test_names(language: str, byline: str, names: str) -> None:
    lexicon = LEXICONS[language]
    found = [
        f"{name.name}*" if name.organisation else name.name for name in names_of(byline, lexicon)
    ]
    assert found == names.split(", ")
    assert reads_as_byline(byline, lexicon), read_byline(byline, lexicon)


@pytest.mark.parametrize(("language", "text"), cases(NO_BYLINES))
def test_no_byline(language: str, text: str) -> None:
    assert not reads_as_byline(text, LEXICONS[language]), read_byline(text, LEXICONS[language])
    assert not is_name(text, LEXICONS[language])


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("es", "Ana Rual"),
        ("de", "Eva Kranz"),
        ("fr", "Élise Quénot"),
        ("vi", "Nguyễn Văn An"),
        ("ru", "Анна Петренко"),
        ("nl", "Piet van der Laan"),
    ],
)
def test_name(language: str, name: str) -> None:
    assert is_name(name, LEXICONS[language])


@pytest.mark.parametrize("language", ["es", "de", "vi"])
def test_english_words_may_be_names_in_other_languages(language: str) -> None:
    assert is_name("Petra Case", LEXICONS[language])
    assert not is_name("Petra Case", EN)
    assert not is_name("Harbour Bridge Closes", LEXICONS[language])
