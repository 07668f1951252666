"""Fixtures that several packages' tests share."""

import pytest
from spacy.language import Language

from dateline.analyze.model import load_model
from dateline.settings import Settings


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model(Settings().model)
