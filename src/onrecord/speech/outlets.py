"""Which words name a medium, and what an outlet's credit line says of where a text comes from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from onrecord.nouns import Cast, Span

NAMES = tuple(name.strip() for name in tomllib.loads((files(__package__) / "outlets.toml").read_text(encoding="utf-8"))["names"].split(";"))
"""Agencies and media by the names that reports use. Facts; own list."""

_HEADS = (
    "Times|Post|Journal|Guardian|Independent|Telegraph|Observer|Tribune|Herald|Gazette|Chronicle|Examiner|"
    "Inquirer|Star|Mail|Mirror|Globe|News|Today|"
    "Courier|Dispatch|Register|Monitor|Weekly|Daily|Press|Standard|Clarion|Review|Magazine|Radio|TV|Television|"
    "Broadcasting|Newspaper|Agency|Zeitung|Presse|Echo|Bulletin|Messenger|Ledger|Sentinel|Lantern|Beacon|Argus|"
    "Mercury|Courant|Enquirer|Sun|Wire|Newswire|Kurier|Kurir|Gazeta|Pravda|Diario|Jornal|Giornale|Dagblad|Nyheter"
)
_EDITIONS = (
    "News|TV|Radio|radio|television|Television|Today|Online|World|World Service|International|English|Arabic|Arabia|Persian|Turkish|Türk|"
    "Turk|Ukraine|Ukrainian|Russian|Afrique|Africa|Asia|Brasil|Chinese|Hindi|Urdu|Pashto|Dari|Business|Magazine|Weekly"
)
_NAMED = re.compile(
    rf"(?:[Tt]he\s+)?(?:{'|'.join(re.escape(n) for n in sorted(NAMES, key=len, reverse=True))})(?:[\s-](?:{_EDITIONS}))?"
    rf"(?:\s+(?:news agency|newspaper|broadcaster))?"
)
_HEADED = re.compile(
    rf"(?:[Tt]he\s+|[A-Z]\w+’s\s+)?(?:[A-Z][\w’'&.-]*\s+){{0,4}}(?:[A-Z][\w’']*-)?(?:{_HEADS})(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+)?"
)
_WRITTEN = re.compile(
    r"(?:[Aa]n?\s+|[Tt]he\s+)?(?P<who>\S(?:[^,\n]{0,58}\S)?)\s+(?:[a-z]+\s)?(?:report|account|article|story|investigation|editorial)"
)
"""What an outlet wrote: "a Bloomberg report" is Bloomberg's."""
TITLED = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)?\s*(?:[A-Z][\w’'-]*\s+){0,3}(?:[a-z-]+\s+){0,2}(?:daily|weekly|"
    r"newspaper|paper|magazine|broadcaster|channel|radio|station|television|TV|(?:television|TV|radio|news)\s+program(?:me)?|"
    r"news agency|agency|news site|website|"
    r"tabloid|outlet|portal|journal|podcast)\s+(?:''|[“\"‘])?[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|\d{1,3}\b)){0,3}[”\"’]?"
)
"""What sort of medium it is, and its name: "the daily Nova Tarna"."""
_RADIO = re.compile(r"(?:Radio|Radyo|Télé|TV|Canal|Channel|Kanal)\s+[A-Z\d][\w.’'-]*(?:\s+[A-Z][\w’'-]*){0,3}")
_SHOWS = re.compile(
    r"[“\"‘']*(?:Meet the Press|This Week|Face the Nation|Fox and Friends|Fox News Sunday|State of the "
    r"Union|Today|Morning Joe|60 Minutes|Newsnight|Good Morning America)[,”\"’']*"
)
COMMON = re.compile(
    r"\b(?:newspapers?|(?<!white )(?<!position )papers?|weekly|dailies|daily|"
    r"news\s+(?:agency|agencies|outlets?|site|website|portal|channel|magazine)|"
    r"broadcasters?|television|TV(?:\s+(?:channel|station))?|radio|tabloids?|magazines?|outlets?|(?<!social )media|"
    r"press|journal|website|agency|wire|podcast|documentary|transcript|article)$",
    re.IGNORECASE,
)
_NOT_MEDIA = re.compile(
    r"\b(?:intelligence|space|aid|refugee|security|environmental|protection|energy|rating|humanitarian|"
    r"government|health|atomic|federal|border|tax|spy)\s+agenc",
    re.I,
)
_EXPLAINED = re.compile(
    r"^(?:[Tt]he\s+)?[A-Z][^,]{1,60},\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,4}"
    r"(?:newspaper|paper|weekly|daily|news (?:agency|outlet|site|website|portal)|broadcaster|magazine|tabloid|"
    r"television (?:channel|station)|radio station)$"
)
"""A name with what it is: "the Ledger, a business daily"."""
_UNNAMED = re.compile(r"^(?:(?:The|A|An)\s+)?(?:(?:State|Local|[A-Z]\w+(?:ian|ish|ese|[ae]li|qi|ch|an))\b(?=\s+[a-z]|$))?", re.IGNORECASE)
"""What stands before "television" or "news media" and is no name of theirs: "the Israeli news media"."""
_VIA = re.compile(r"\s+(?:via|through|citing|by way of)\s+", re.IGNORECASE)
CREDIT = re.compile(r"\(([A-Z][^()\n]{1,60}?(?:\s+via\s+[^()\n]{1,60})?)\)(?:\s*\([^()\n]{1,60}\))?\s*$")


def is_outlet(words: str) -> bool:
    """Whether the words name or describe a newspaper, an agency, a broadcaster or a programme."""
    bare = words.strip(" ,.“”\"‘’'")
    bare = re.split(r",| reporter | correspondent | journalist | editorial board", bare)[0].strip()
    if any(pattern.fullmatch(bare) for pattern in (_RADIO, TITLED, _NAMED, _HEADED, _SHOWS)):
        return True
    written = _WRITTEN.fullmatch(bare)
    if written and (_NAMED.fullmatch(written["who"]) or _HEADED.fullmatch(written["who"])):
        return True
    if _NOT_MEDIA.search(bare):
        return False
    if _EXPLAINED.search(words):
        return True
    return bool(COMMON.search(bare)) or bool(
        _NAMED.search(bare)
        and re.match(
            r"(?:the\s+|an?\s+)?[a-z][\w\s-]*?(?:agency|newspaper|daily|broadcaster|outlet|channel|magazine|site|"
            r"station|tabloid)\s",
            bare,
        )
    )


def is_named(words: str) -> bool:
    """Whether an outlet is named, not merely described: "state television" is a channel, "Radio Okapi" a relay."""
    return is_outlet(words) and bool(re.search(r"[A-Z]", _UNNAMED.sub("", words)))


def is_home(words: str, home: str) -> bool:
    """Whether the words mean the reporting outlet itself, whose name is ``home``."""
    bare = re.sub(r"^(?:the|our)\s+", "", words.casefold())
    return bare in ("this newspaper", "this news agency", "this magazine") or (
        bool(home) and (_holds(home.casefold(), bare) or _holds(bare, home.casefold()))
    )


def _holds(whole: str, part: str) -> bool:
    """Whether ``part`` stands in ``whole`` as words of their own."""
    return bool(part) and f" {part} " in f" {whole} "


def means_outlet(cast: Cast, text: str, span: Span) -> bool:
    """Whether the actors know the phrase as a medium, or its words say so."""
    meant = cast.at(span)
    return (
        any(one.actor.kind == "outlet" for one in meant)
        if meant and any(one.actor.kind == "outlet" for one in meant)
        else is_outlet(span.of(text))
    )


def credit(line: str) -> tuple[str, ...]:
    """The media of a credit line, from the first source to the last: "Reuters via France 24" -> ("Reuters", "France 24")."""
    return tuple(part.strip() for part in _VIA.split(line.strip(" ().")) if part.strip())


def suffixes(text: str) -> Iterator[Span]:
    """The media of a credit in brackets at the end of a report's text, from the first source to the last."""
    match = CREDIT.search(text, max(0, len(text) - 140))
    if not match or not any(is_outlet(part) for part in credit(match.group(1))):
        return
    at = match.start(1)
    for part in credit(match.group(1)):
        start = text.index(part, at)
        at = start + len(part)
        yield Span(start, at)
