"""Bytes to text and back: which encoding is taken, what is refused, and that nothing is lost."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.errors import Problem
from newsarc.model import Diagnostic
from newsarc.reading.decoding import Decoded, decode

ENGLISH = "The mayor said: “We won’t wait.” The café on Quay Street – all £5 of it – agreed."
FRENCH = "Le préfet de l’Orvane a annoncé jeudi que les élections auraient lieu en décembre."
SPANISH = "El alcalde anunció que la reunión será mañana en Villar. «No habrá más», señaló."
PORTUGUESE = "A votação será amanhã, às nove; não há informações sobre a decisão."
SWEDISH = "Kommunen föreslår på måndag nya åtgärder för småföretagen."
POLISH = "Rada ogłosiła we wtorek nowe przepisy dotyczące żywności. Posłowie źle to przyjęli."
CZECH = "Rada v úterý schválila nový zákon o školství. Příští týden o něm budou jednat."
HUNGARIAN = "A tanács kedden új törvényt jelentett be, közölte a szóvivő. Később lesz ülés."
RUSSIAN = "Мэр сообщил во вторник, что новый закон вступит в силу весной."
GREEK = "Ο δήμαρχος ανακοίνωσε την Τρίτη ότι ο νέος νόμος θα ισχύσει την άνοιξη."
JAPANESE = "市長は火曜日、新しい条例が春に施行されると発表した。質問には答えなかった。"
CHINESE = "市长星期二宣布，新条例将于春季生效。记者提出了几个问题，但没有得到答复。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"Flood in Marl\n", "utf-8"),
        ("Überschwemmung\r\n".encode(), "utf-8"),
        ("\ufeffFlood".encode(), "utf-8"),
        ("\ufeffFlood".encode("utf-16-le"), "utf-16-le"),
        ("\ufeffFlood".encode("utf-16-be"), "utf-16-be"),
        ("\ufeffFlood".encode("utf-32-le"), "utf-32-le"),
        ("\ufeffFlood".encode("utf-32-be"), "utf-32-be"),
        (JAPANESE.encode("iso2022_jp"), "iso2022_jp"),
    ],
)
def test_unicode_and_marked_encodings_need_no_remark(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded == Decoded(data.decode(encoding), encoding)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (ENGLISH, "cp1252", "cp1252"),
        ("Café", "cp1252", "cp1252"),
        ("It’s", "cp1252", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (SPANISH, "cp1252", "cp1252"),
        (PORTUGUESE, "cp1252", "cp1252"),
        (SWEDISH, "latin-1", "cp1252"),
        (ENGLISH, "mac_roman", "mac-roman"),
        (FRENCH, "mac_roman", "mac-roman"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859_2", "iso8859-2"),
        (CZECH, "cp1250", "cp1250"),
        (CZECH, "iso8859_2", "iso8859-2"),
        (HUNGARIAN, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (GREEK, "cp1253", "cp1253"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (CHINESE, "gb18030", "gb18030"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("paragraphs", [1, 9])
def test_other_encodings_are_detected(text: str, written: str, read: str, paragraphs: int) -> None:
    whole = "\n\n".join([text] * paragraphs)
    decoded = decode(whole.encode(written), "a.txt")
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.encoding) == (whole, read)
    assert [diagnostic.code for diagnostic in decoded.diagnostics] == ["ENCODING_DETECTED"]


def test_a_byte_that_windows_1252_lacks_does_not_spoil_the_rest() -> None:
    decoded = decode(FRENCH.replace("’", "'").encode("cp1252") + b" \x81", "a.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.text == FRENCH.replace("’", "'") + " \x81"
    assert decoded.encoding == "iso8859-1"


def test_the_diagnostic_names_the_encoding_and_the_first_line_that_shows_it() -> None:
    decoded = decode("A mild day\n\nThe café shut.\n".encode("cp1252"), "a.txt")
    assert isinstance(decoded, Decoded)
    message = "not UTF-8; the file is read as Windows-1252"
    assert decoded.diagnostics == (Diagnostic("ENCODING_DETECTED", 3, message),)


@pytest.mark.parametrize(
    ("data", "line", "message", "hint"),
    [
        (b"", None, "the file is empty", "paste an article into it, or delete it"),
        (
            b" \r\n\t\n",
            None,
            "the file holds nothing but blank space",
            "paste an article into it, or delete it",
        ),
        (
            "\ufeff\n\u200b".encode(),
            None,
            "the file holds nothing but blank space",
            "paste an article into it, or delete it",
        ),
        (
            b"Flood\nin \x00Marl\n",
            2,
            "is not a text file (byte 10 of 15 is zero)",
            "save it as plain text in UTF-8, or move it out of the articles folder",
        ),
        (
            "\ufeffA\0".encode("utf-16-le"),
            1,
            "is not a text file (byte 5 of 6 is zero)",
            "save it as plain text in UTF-8, or move it out of the articles folder",
        ),
        (
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
            1,
            "is not a text file (byte 5 of 12 is zero)",
            "save it as plain text in UTF-8, or move it out of the articles folder",
        ),
    ],
)
def test_what_is_no_text(data: bytes, line: int | None, message: str, hint: str) -> None:
    assert decode(data, "a.txt") == Problem("a.txt", message, line=line, hint=hint)


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda text: text.encode("utf-16")))
def test_decoding_never_raises_and_leads_back_to_the_same_bytes(data: bytes) -> None:
    decoded = decode(data, "a.txt")
    if isinstance(decoded, Decoded):
        assert decoded.text.encode(decoded.encoding) == data


def test_utf_8_does_not_wait_for_the_detector() -> None:
    code = (
        "import sys; from newsarc.reading.decoding import decode; decode(b'Flood', 'a.txt'); "
        "assert 'charset_normalizer' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
