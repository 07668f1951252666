"""Which words negate the word they hang on."""

from spacy.tokens import Token


def is_negation(token: Token) -> bool:
    """Whether a word says that what it hangs on is not so: "not", "never", "no longer"."""
    longer = token.lower_ == "longer" and any(child.lower_ == "no" for child in token.children)
    return token.dep_ == "neg" or longer
