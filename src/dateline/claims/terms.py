"""Terms: the words of a statement under the forms in which two statements are compared, and what each weighs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from dateline.words import normal_form

JOINED = re.compile(r"[-–—/]")


def terms(lemmas: Iterable[str]) -> frozenset[str]:
    """The comparable terms of a statement; numbers are left out, because they are compared as figures and times."""
    forms = {normal_form(part) for lemma in lemmas for part in JOINED.split(lemma)}
    return frozenset(form for form in forms if len(form) > 1 and not any(sign.isdigit() for sign in form))


def weigh(articles: Sequence[frozenset[str]]) -> dict[str, float]:
    """The weight of each term: one plus the log of the number of articles over those that have it; rarer terms weigh more."""
    count = Counter(term for found in articles for term in found)
    return {term: 1.0 + log(len(articles) / number) for term, number in count.items()}
