"""One invented article as each of the tools, agencies and feeds would tell it."""

import json
from html import escape
from typing import Any

Record = dict[str, Any]

TITLE = "Ferry runs aground off Tarn Point"
URL = "https://skelbypost.example/ferry"
PARAGRAPHS = (
    "SKELBY, Nov 3 (HPA) — A ferry with 61 people on board ran aground off Tarn Point on Sunday evening, the coast guard said.",
    "“Nobody was hurt,” said Ada Brunn, a spokeswoman for the coast guard.",
    "The ferry stayed there until the tide came in at midnight.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

NEWS_PLEASE: Record = {
    "authors": ["Mara Lindqvist, Political Correspondent", "Bo Li"], "date_download": "2025-11-05 10:00:00",
    "date_modify": "2025-11-04 09:00:00", "date_publish": "2025-11-03 08:15:00", "description": "Aground near Skelby.",
    "filename": "ferry.html", "image_url": None, "language": "en", "localpath": None, "title": TITLE, "title_page": None,
    "title_rss": None, "source_domain": "www.skelbypost.example", "maintext": "\n".join(PARAGRAPHS), "url": URL,
}  # fmt: skip
FUNDUS: Record = {
    "title": TITLE, "authors": ["Mara Lindqvist", "Bo Li"], "publishing_date": "2025-11-03 08:15:00+09:00", "topics": ["sea"],
    "free_access": True, "publisher": "Skelby Post", "html": {"requested_url": URL, "crawl_date": "2025-11-05 10:00:00"},
    "body": {"summary": [], "sections": [
        {"headline": [], "paragraphs": list(PARAGRAPHS[:2])}, {"headline": [], "paragraphs": list(PARAGRAPHS[2:])},
    ]},
}  # fmt: skip
TRAFILATURA: Record = {
    "title": TITLE, "author": "Mara Lindqvist; Bo Li", "hostname": "skelbypost.example", "date": "2025-11-03",
    "fingerprint": "8c5d2f", "id": None, "license": None, "comments": "", "raw_text": " ".join(PARAGRAPHS),
    "text": "\n".join(PARAGRAPHS), "language": None, "filedate": "2025-12-01", "source": URL, "source-hostname": "Skelby Post",
    "excerpt": "Aground near Skelby.", "categories": "", "tags": "",
}  # fmt: skip
NEWSPAPER: Record = {
    "url": f"{URL}?from=home", "canonical_link": URL, "language": "en", "title": TITLE, "authors": ["Mara Lindqvist", "Bo Li"],
    "publish_date": "2025-11-03T08:15:00+09:00", "text": "\n\n".join(PARAGRAPHS), "meta_site_name": "Skelby Post", "summary": "",
    "keywords": ["ferry"], "top_image": "", "meta_lang": "en",
}  # fmt: skip
PLAIN: Record = {
    "url": URL, "title": TITLE, "date": "3 November 2025", "author": "By Mara Lindqvist and Bo Li",
    "source": {"name": "Skelby Post"}, "text": "\n\n".join(PARAGRAPHS),
}  # fmt: skip
DUMPS = {"news-please": NEWS_PLEASE, "fundus": FUNDUS, "trafilatura": TRAFILATURA, "newspaper": NEWSPAPER, "plain": PLAIN}

NINJS_1: Record = {
    "uri": "http://hpa.example/items/1", "type": "text", "pubstatus": "usable", "versioncreated": "2025-11-03T08:15:00Z",
    "language": "en", "headline": TITLE, "byline": "By Mara Lindqvist", "located": "Skelby",
    "copyrightholder": "Harbour Press Agency", "body_text": "\n".join(PARAGRAPHS),
}  # fmt: skip
NINJS_2: Record = {
    "uri": "urn:newsml:hpa.example:1", "standard": {"name": "ninjs", "version": "2.1"}, "type": "text", "pubstatus": "usable",
    "firstcreated": "2025-11-03T08:15:00+01:00", "versioncreated": "2025-11-04T07:00:00+01:00", "by": "Mara Lindqvist",
    "located": "Skelby", "copyrightholder": "Harbour Press Agency", "infosources": [{"name": "AFP"}],
    "headlines": [{"role": "short", "value": "Ferry aground"}, {"role": "main", "value": TITLE}],
    "bodies": [
        {"role": "nitf", "contenttype": "application/xml", "value": "<nitf><body/></nitf>"},
        {"role": "main", "contenttype": "text/html", "value": MARKUP},
    ],
}  # fmt: skip
NINJS_3: Record = {
    "uri": "urn:newsml:hpa.example:1", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "pubStatus": "usable",
    "firstCreated": "2025-11-03T08:15:00+01:00", "versionCreated": "2025-11-04T07:00:00+01:00", "by": "Mara Lindqvist",
    "located": "Skelby", "copyrightHolder": "Harbour Press Agency", "headlines": [{"role": "main", "value": TITLE}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "\n".join(PARAGRAPHS)}],
}  # fmt: skip
NINJS = {"1": NINJS_1, "2": NINJS_2, "3": NINJS_3}

JSON_FEED: Record = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Skelby Post - World", "authors": [{"name": "Mara Lindqvist"}],
    "items": [
        {"id": "1", "url": URL, "title": TITLE, "content_html": MARKUP, "date_published": "2025-11-03T00:15:00+09:00"},
        {"id": "2", "url": f"{URL}/2", "title": TITLE},
    ],
}  # fmt: skip

FOOT = f'<p>The post <a href="{URL}">{TITLE}</a> appeared first on <a href="/">Skelby Post</a>.</p>'
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Skelby Post » World</title><link>https://skelbypost.example</link><description>News</description><language>de</language>
<item><title>{TITLE}</title><link>{URL}</link><dc:creator><![CDATA[Mara Lindqvist]]></dc:creator>
<pubDate>Mon, 03 Nov 2025 00:15:00 +0900</pubDate><guid isPermaLink="false">1</guid>
<description>Aground near Skelby.</description>
<content:encoded><![CDATA[{MARKUP}{FOOT}]]></content:encoded></item>
<item><title>{TITLE}</title><link>{URL}/2</link><author>desk@islander.example (Bo Li)</author>
<pubDate>Mon, 03 Nov 25 08:15:00 GMT</pubDate><source url="https://islander.example/feed">The Islander</source>
<description>A ferry ran aground, &lt;b&gt;the coast guard&lt;/b&gt; said &amp;amp; more.</description></item>
<item><title>{TITLE}</title><link>{URL}/3</link></item>
</channel></rss>"""
RDF = f"""<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://skelbypost.example"><title>Skelby Post</title></channel>
<item rdf:about="{URL}"><title>{TITLE}</title><link>{URL}</link><dc:date>2025-11-03T00:15:00+09:00</dc:date>
<dc:creator>Mara Lindqvist</dc:creator>
<description>The cr\xeape stand at Tarn Point was shut, the coast guard said.</description></item>
</rdf:RDF>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Skelby Post</title><author><name>Mara Lindqvist</name></author>
<entry><title type="html">{escape(TITLE)}</title><link href="{URL}"/><id>urn:1</id><updated>2025-11-03T00:15:00+09:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content></entry>
<entry><title>{TITLE}</title><id>{URL}/2</id><published>2025-11-02T08:00:00Z</published><updated>2025-11-04T08:00:00Z</updated>
<author><name>Bo Li</name></author><source><title>The Islander</title></source>
<summary>A ferry ran aground, the coast guard said.</summary></entry>
</feed>"""


def lines(*records: object) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
