"""OPML: the lists of feeds that feed readers write. Only the addresses in them are read."""

from lxml import etree

from dateline.read.files import head_of
from dateline.read.sources import Source

SUFFIX = ".opml"


def is_opml(source: Source) -> bool:
    """Whether a source is such a list."""
    head = head_of(source)
    return isinstance(head, bytes) and b"<opml" in head


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
