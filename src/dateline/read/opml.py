"""OPML: the lists of feeds that feed readers write. Only the addresses in them are read."""

import re

from lxml import etree

SUFFIX = ".opml"
ELEMENT = re.compile(rb"<[a-z][\w:]*", re.IGNORECASE)


def is_opml(head: bytes) -> bool:
    """Whether something that begins so is such a list: its first element says so."""
    first = ELEMENT.search(head)
    return first is not None and first[0].lower() == b"<opml"


def addresses_in(body: bytes) -> tuple[str, ...]:
    """The addresses of the feeds in a list, in its order and each once; none if it is no list."""
    # Entities stay as they are, so that a few bytes cannot become a great many.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return ()
    outlines = root.iter("outline") if root is not None else ()
    found = (str(value).strip() for outline in outlines for name, value in outline.attrib.items() if name.lower() == "xmlurl")
    return tuple(dict.fromkeys(address for address in found if address))
