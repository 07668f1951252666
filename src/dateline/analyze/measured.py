"""What a measure measures: the noun beside a number with a unit ("a 250-kilometre-long zone", "a $3.4bn deal")."""

from spacy.tokens import Token

from dateline.analyze.counted import of_noun, phrase, put_at, words

_NOUNS = frozenset(("NOUN", "PROPN"))
_EXTENTS = frozenset(("long", "wide", "high", "tall", "deep", "old"))
_REACH = 12  # tokens from a measure to its noun, a parenthesis included


def measured_thing(first: Token, last: Token, kind: str) -> tuple[str, Token | None]:
    """The words for what is measured (lower case, "" where none is found) and their head; `kind` is that of the unit."""
    noun = of_noun(last)
    if noun is not None and kind != "age":
        return phrase(noun.left_edge.i, noun), noun
    put = put_at(last)
    if put is not None:
        return phrase(put.left_edge.i, put), put
    head = _modified(first, last)
    if head is not None:
        return phrase(_opening(last, head), head), head
    subject = _subject(last) if kind != "time" else None  # the subject of "it came ten minutes later" does not last ten minutes
    if subject is None:
        return "", None
    return phrase(max(subject.left_edge.i, subject.i - 3), subject), subject


def _opening(last: Token, head: Token) -> int:
    """The index of the first word of the noun's own phrase: behind a parenthesis and words of extent ("-long (155 miles) …")."""
    opening = last.i + 1
    for token in head.doc[last.i + 1 : head.i]:
        if token.text == ")" or token.lower_ in _EXTENTS:
            opening = token.i + 1
    return opening


def _modified(first: Token, last: Token) -> Token | None:
    """The noun behind the measure that it stands before, or None."""
    doc, i, found = last.doc, last.i + 1, None
    while i < len(doc) and i <= last.i + _REACH and not doc[i].is_sent_start:
        token = doc[i]
        if token.text == "(":  # the same told in another unit
            i = next((k for k in range(i, min(len(doc), i + _REACH)) if doc[k].text == ")"), len(doc))
        elif token.pos_ in _NOUNS and token.ent_type_ not in ("DATE", "TIME"):
            found = token
        elif found is not None or (token.pos_ != "ADJ" and token.text not in ("-", *_EXTENTS)):
            break
        i += 1
    if found is None:
        return None
    attributive = first.i > 0 and doc[last.i].dep_ in ("compound", "amod", "nmod", "nummod", "npadvmod", "quantmod")
    return found if attributive or any(token.text in ("$", "%") for token in doc[max(0, first.i - 1) : last.i + 1]) else None


def _subject(last: Token) -> Token | None:
    """The subject of the verb that the measure hangs on, or the noun it is attached to by "of" ("a length of 5 km")."""
    token = last
    for _ in range(5):
        if token.head == token:
            return None
        token = token.head
        if token.dep_ == "pobj" or (token.pos_ in _NOUNS and token.i < last.i and token.ent_type_ not in ("DATE", "TIME")):
            return None if token.lower_ in words("idle", "nouns") else token
        if token.pos_ in ("VERB", "AUX"):
            subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in _NOUNS]
            objects = [child for child in token.children if child.dep_ == "dobj" and child.pos_ in _NOUNS]
            # Who puts turnout at a share is not what is measured, nor are the figures that give it.
            if objects and token.lower_ in words("counting", "verbs"):
                return objects[0]
            return subjects[0] if subjects and token.lower_ not in words("counting", "giving") else None
    return None
