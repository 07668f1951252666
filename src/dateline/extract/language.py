"""The language of a text: what a classifier makes of its letters, weighed against what its page says."""

from functools import cache

from lxml.html import HtmlElement
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dateline.languages import code_of, names

CHARACTERS = 4000  # of a text: the first of a long one tell enough
# Few words leave room for doubt. Taken for English, a foreign text yields nonsense; taken for foreign, an English one is lost,
# and such a text is far likelier to be English. Of 1,450 English headlines .05 keeps all but 4 (the likeliest language alone, all
# but 25); 84 headlines and first sentences in 31 other languages all stay below .02.
ENGLISH = 0.05
# Where the page says that it is in another language, a text must be likelier English than not; where it says English, all but
# impossible. Both settle only short texts: from some 200 characters on the classifier is sure.
ENGLISH_AGAINST = 0.5
ENGLISH_AS_TOLD = 0.01
POSSIBLE = 0.02  # from which on a language that the page names counts before one that is likelier


def language_of(text: str, told: str | None = None) -> str:
    """The ISO 639-1 code of the language of the first 4,000 characters; `told` is the tag that the page gives of itself."""
    said = code_of(told) if told else None
    ranks: dict[str, float] = dict(_identifier().rank(text[:CHARACTERS]))
    least = ENGLISH if said is None else ENGLISH_AS_TOLD if said == "en" else ENGLISH_AGAINST
    if ranks["en"] >= least:
        return "en"
    others = {code: share for code, share in ranks.items() if code != "en"}
    if said is not None and others.get(said, 0.0) >= POSSIBLE:
        return said
    return max(others, key=lambda code: (others[code], code))


def told_language(tree: HtmlElement, described: str, meta: dict[str, tuple[str, ...]]) -> str | None:
    """The language that a page says it is in: in the JSON-LD of its article, on its root, in its head; None where it does not."""
    named = (
        described,
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or "",
        *(value for name in ("og:locale", "content-language", "language", "dc.language") for value in meta.get(name, ())),
    )
    return next((one for one in named if one and code_of(one)), None)


@cache
def _identifier() -> LanguageIdentifier:
    """The classifier, kept to languages in which news is published: short English lines look like many a small one."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(set(names()).intersection(identifier.labels)))
    return identifier
