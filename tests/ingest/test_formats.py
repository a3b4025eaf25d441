"""Every CMS format on a small export made by hand, told by its shape and by its name."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.errors import ConfigError, FaqevalError, FileUnreadable, NothingUsable
from faqeval.ingest import ArticlesRead, read_articles
from faqeval.ingest.formats.registry import FORMATS
from faqeval.records import Article

SETTINGS = IngestSettings(max_reject_share=1)
HTML = "<p>Du betalar med <b>kort</b>.</p>"

ZENDESK = {
    "articles": [
        {
            "id": 1,
            "title": "Hur betalar jag?",
            "body": HTML,
            "locale": "sv",
            "section_id": 7,
            "draft": False,
            "label_names": ["kort", "betala"],
            "html_url": "https://example.org/1",
            "updated_at": "2026-01-02T03:04:05Z",
        },
        {
            "id": 1,
            "title": "How do I pay?",
            "body": "<p>By card.</p>",
            "locale": "en-us",
            "section_id": 7,
            "draft": False,
        },
        {"id": 2, "title": "Utkast", "body": HTML, "locale": "sv", "section_id": 7, "draft": True},
    ],
    "sections": [{"id": 7, "name": "Betalning"}],
    "next_page": None,
}
INTERCOM = {
    "type": "list",
    "data": [
        {
            "id": "1",
            "type": "article",
            "title": "Hur betalar jag?",
            "body": HTML,
            "state": "published",
            "default_locale": "sv",
            "parent_type": "collection",
            "parent_id": 7,
            "url": "https://example.org/1",
            "updated_at": 1_767_323_045,
            "translated_content": {
                "type": "article_translated_content",
                "sv": {"title": "Hur betalar jag?", "body": HTML, "state": "published"},
                "en": {"title": "How do I pay?", "body": "<p>By card.</p>", "state": "published"},
                "de": {"title": "Entwurf", "body": "<p>x</p>", "state": "draft"},
            },
        },
        {"id": "2", "title": "Utkast", "body": HTML, "state": "draft", "parent_type": None, "translated_content": None},
    ],
}
FRESHDESK = [
    {
        "id": 1,
        "title": "Hur betalar jag?",
        "description": HTML,
        "description_text": "Du betalar",
        "status": 2,
        "folder_id": 7,
        "tags": ["kort"],
        "updated_at": "2026-01-02T03:04:05Z",
    },
    {"id": 2, "title": "Utkast", "description": HTML, "status": 1, "folder_id": 7},
]
SERVICENOW = {
    "result": [
        {
            "sys_id": {"value": "abc", "display_value": "abc"},
            "number": {"value": "KB1", "display_value": "KB1"},
            "short_description": {"value": "Hur betalar jag?", "display_value": "Hur betalar jag?"},
            "text": {"value": HTML, "display_value": HTML},
            "workflow_state": {"value": "published", "display_value": "P"},
            "language": {"value": "sv", "display_value": "Swedish"},
            "kb_category": {"value": "9", "display_value": "Betalning"},
            "sys_updated_on": {"value": "2026-01-02 03:04:05", "display_value": ""},
        },
        {"number": "KB2", "short_description": "Gammal", "text": HTML, "workflow_state": "retired"},
    ]
}
CONFLUENCE = {
    "results": [
        {
            "id": "1",
            "type": "page",
            "status": "current",
            "title": "Hur betalar jag?",
            "body": {
                "storage": {
                    "representation": "storage",
                    "value": '<p>Du betalar med <ac:link><ri:page ri:content-title="Kort" /></ac:link>.</p>'
                    '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">sql</ac:parameter>'
                    "<ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>",
                }
            },
            "space": {"key": "FAQ"},
            "version": {"number": 3, "createdAt": "2026-01-02T03:04:05.000Z"},
            "metadata": {"labels": {"results": [{"name": "kort"}]}},
            "_links": {"webui": "/x/1"},
        },
        {"id": "2", "type": "page", "status": "draft", "title": "Utkast", "body": {"storage": {"value": HTML}}},
        {"id": "3", "type": "attachment", "status": "current", "title": "bild.png", "body": {"storage": {"value": ""}}},
    ],
    "_links": {"base": "https://example.org/wiki"},
}


def _rich(text: str) -> dict[str, Any]:
    return {"nodeType": "document", "data": {}, "content": [
        {"nodeType": "paragraph", "content": [
            {"nodeType": "text", "value": f"{text} ", "marks": []},
            {"nodeType": "hyperlink", "data": {"uri": "https://example.org/a"},
             "content": [{"nodeType": "text", "value": "kort"}]},
            {"nodeType": "text", "value": ".", "marks": []}]},
        {"nodeType": "ordered-list", "content": [
            {"nodeType": "list-item", "content": [
                {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "a < b"}]}]}]}]}  # fmt: skip


CONTENTFUL = {
    "entries": [
        {"sys": {"id": "1", "contentType": {"sys": {"id": "faq"}}, "publishedVersion": 4,
                 "updatedAt": "2026-01-02T03:04:05Z"},
         "fields": {"question": {"sv-SE": "Hur betalar jag?", "en": "How do I pay?"},
                    "answer": {"sv-SE": _rich("Du betalar med"), "en": _rich("You pay by")},
                    "tags": {"sv-SE": ["kort"]}}},
        {"sys": {"id": "2"}, "fields": {"question": {"sv-SE": "Utkast"}, "answer": {"sv-SE": _rich("x")}}},
        {"sys": {"id": "3", "publishedVersion": 1}, "fields": {"image": {"sv-SE": {"sys": {"id": "z"}}}}},
    ],
    "locales": [{"code": "sv-SE", "default": True}],
}  # fmt: skip
WORDPRESS = [
    {"id": 1, "slug": "betala", "status": "publish", "link": "https://example.org/1",
     "title": {"rendered": "Hur betalar jag?"},
     "content": {"rendered": HTML}, "excerpt": {"rendered": ""}, "modified_gmt": "2026-01-02T03:04:05",
     "_embedded": {"wp:term": [[{"taxonomy": "category", "name": "Betalning"}],
                               [{"taxonomy": "post_tag", "name": "kort"}]]}},
    {"id": 2, "status": "draft", "title": {"rendered": "Utkast"}, "content": {"rendered": HTML}},
]  # fmt: skip
WXR = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>S</title>
<item><title>Hur betalar jag?</title><link>https://example.org/1</link>
<content:encoded><![CDATA[Du betalar med <b>kort</b>.

Eller faktura.]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<wp:post_modified_gmt>2026-01-02 03:04:05</wp:post_modified_gmt>
<category domain="category" nicename="b"><![CDATA[Betalning]]></category>
<category domain="post_tag">kort</category></item>
<item><title>Utkast</title><content:encoded>x</content:encoded><wp:post_id>2</wp:post_id><wp:status>draft</wp:status></item>
<item><title>bild</title><wp:post_id>3</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
</channel></rss>"""
PAGE = """<!doctype html><html lang="sv"><head><link rel="canonical" href="https://example.org/faq">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": ["WebPage", "FAQPage"], "mainEntity": [{"@type": "Question", "name": "Hur betalar jag?",
"acceptedAnswer": {"@type": "Answer", "text": "<p>Du betalar med <b>kort</b>.</p>"}},
{"@id": "https://example.org/faq#frakt"},]}, {"@type": "Question", "@id": "https://example.org/faq#frakt",
"name": "Vad kostar frakten?", "acceptedAnswer": [{"@type": "Answer", "text": "Fyrtio kronor.
Alltid."}]}]}</script></head><body></body></html>"""
MICRODATA = """<html lang="sv"><body itemscope itemtype="https://schema.org/FAQPage">
<div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question" id="q1">
<h3 itemprop="name">Hur betalar jag?</h3>
<div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div itemprop="text"><p>Du betalar med
<b>kort</b>.</p></div></div></div></body></html>"""

FAQPAGE = {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    "inLanguage": "sv",
    "mainEntity": [
        {
            "@type": "Question",
            "name": "Hur betalar jag?",
            "acceptedAnswer": {"@type": "Answer", "text": "<p>Du betalar med kort.</p>"},
        }
    ],
}
JSON_EXPORTS: dict[str, Any] = {
    "zendesk": ZENDESK, "intercom": INTERCOM, "freshdesk": FRESHDESK, "servicenow": SERVICENOW,
    "confluence": CONFLUENCE, "contentful": CONTENTFUL, "wordpress": WORDPRESS, "schema.org": FAQPAGE,
}  # fmt: skip
UNLOAD = """<?xml version="1.0" encoding="UTF-8"?><unload unload_date="2026-11-20 08:15:00">
<kb_knowledge action="INSERT_OR_UPDATE"><number>KB1</number><short_description>Hur betalar jag?</short_description>
<text>&lt;p&gt;Du betalar med kort.&lt;/p&gt;</text><language>sv</language><workflow_state>published</workflow_state>
<sys_updated_on>2026-01-02 09:00:00</sys_updated_on></kb_knowledge>
<kb_knowledge action="INSERT_OR_UPDATE"><number>KB2</number><short_description>Utkast</short_description>
<text>x</text><workflow_state>draft</workflow_state></kb_knowledge></unload>"""
MARKUP_EXPORTS = {"wordpress": WXR, "html": PAGE, "servicenow": UNLOAD}
EXPORTS: list[tuple[str, Any]] = [*JSON_EXPORTS.items(), *MARKUP_EXPORTS.items()]


def _read(tmp_path: Path, export: Any, preset: str = "") -> ArticlesRead:
    path = tmp_path / ("export.json" if not isinstance(export, str) else "export.xml")
    path.write_text(export if isinstance(export, str) else json.dumps(export), encoding="utf-8")
    return read_articles(path, SETTINGS, preset=preset)


def _first(read: ArticlesRead) -> Article:
    return next(article for article in read.articles if article.title == "Hur betalar jag?")


@pytest.mark.parametrize("by_name", [True, False], ids=["by name", "by shape"])
@pytest.mark.parametrize(
    ("name", "export"),
    EXPORTS,
    ids=[f"{name} {'markup' if isinstance(export, str) else 'json'}" for name, export in EXPORTS],
)
def test_each_format_gives_its_published_articles(tmp_path: Path, name: str, export: Any, by_name: bool) -> None:
    read = _read(tmp_path, export, name if by_name else "")
    first = _first(read)
    assert first.body.startswith("Du betalar med")
    assert "kort" in first.body.casefold()
    assert first.language == "sv"
    assert not any("Utkast" in article.title or "Entwurf" in article.title for article in read.articles)
    if name not in ("html", "schema.org"):
        assert "not published" in set(read.rejects["reason"])
        assert first.updated_at == "2026-01-02"
    assert read.n_read == len(read.articles) + len(read.rejects)


def test_every_format_is_tested() -> None:
    tested = {(name, "json") for name in JSON_EXPORTS} | {(name, "markup") for name in MARKUP_EXPORTS}
    assert {(known.name, known.medium) for known in FORMATS} == tested


def test_one_article_per_language_gets_the_language_behind_its_id(tmp_path: Path) -> None:
    for export in (ZENDESK, INTERCOM, CONTENTFUL):
        read = _read(tmp_path, export)
        assert [(article.article_id, article.language) for article in read.articles] == [("1:en", "en"), ("1:sv", "sv")]


def test_zendesk_names_its_sections_and_labels(tmp_path: Path) -> None:
    first = _first(_read(tmp_path, ZENDESK))
    assert (first.category, first.keywords, first.url) == ("Betalning", ("kort", "betala"), "https://example.org/1")


def test_pages_of_an_export_may_stand_in_one_list(tmp_path: Path) -> None:
    pages = [{"articles": [article]} for article in ZENDESK["articles"]]  # type: ignore[attr-defined]
    assert len(_read(tmp_path, pages).articles) == 2


def test_an_export_of_one_article_a_line_is_known_by_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(article) for article in FRESHDESK) + "\n{broken", encoding="utf-8")
    read = read_articles(path, SETTINGS)
    assert [article.article_id for article in read.articles] == ["1"]
    assert read.rejects["reason"].tolist() == ["not published", "not JSON"]
    assert read.rejects["line"].tolist() == [2, 3]


def test_confluence_keeps_code_and_titles_of_linked_pages_and_drops_parameters(tmp_path: Path) -> None:
    first = _first(_read(tmp_path, CONFLUENCE))
    assert first.body == "Du betalar med Kort.\na < b"
    assert (first.url, first.category, first.keywords) == ("https://example.org/wiki/x/1", "FAQ", ("kort",))
    assert "not an article" in set(_read(tmp_path, CONFLUENCE).rejects["reason"])


def test_contentful_rich_text_keeps_links_and_steps(tmp_path: Path) -> None:
    first = _first(_read(tmp_path, CONTENTFUL))
    assert [(block.kind, block.text) for block in first.blocks] == [
        ("paragraph", "Du betalar med kort."),
        ("step", "a < b"),
    ]
    assert first.blocks[0].links[0].href == "https://example.org/a"


def test_contentful_rich_text_may_be_deep(tmp_path: Path) -> None:
    node: dict[str, Any] = {"nodeType": "text", "value": "botten"}
    for _ in range(300):
        node = {"nodeType": "paragraph", "content": [node]}
    entry = {"sys": {"id": "1"}, "fields": {"title": "Djup", "body": node}}
    assert _read(tmp_path, {"items": [entry]}, "contentful").articles[0].body == "botten"


def test_wordpress_xml_marks_paragraphs_as_wordpress_shows_them(tmp_path: Path) -> None:
    first = _first(_read(tmp_path, WXR))
    assert [block.text for block in first.blocks] == ["Du betalar med kort.", "Eller faktura."]
    assert (first.category, first.keywords) == ("Betalning", ("kort",))


@pytest.mark.parametrize(
    "xml",
    [
        WXR.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss').replace("Eller", "&a;"),
        WXR.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss').replace("Eller", "&x;"),
        WXR.replace("<channel>", "<channel>" + "<a>" * 5_000),
        WXR.replace("</channel>", ""),
        WXR[: WXR.index("<item>")] + "</channel></rss>",
    ],
    ids=["growing entities", "outer file", "deep", "broken", "empty"],
)
def test_hostile_wordpress_xml_is_refused(tmp_path: Path, xml: str) -> None:
    with pytest.raises(FileUnreadable, match=r"export\.xml"):
        _read(tmp_path, xml)


def test_a_page_gives_its_questions_ids_of_their_words(tmp_path: Path) -> None:
    read = _read(tmp_path, PAGE)
    assert [article.article_id for article in read.articles] == ["frakt", "hur-betalar-jag"]
    assert read.articles[0].body == "Fyrtio kronor.\nAlltid."
    assert read.articles[0].url == "https://example.org/faq"


def test_microdata_is_read_when_there_is_no_json(tmp_path: Path) -> None:
    read = _read(tmp_path, MICRODATA)
    assert [(article.article_id, article.title, article.body) for article in read.articles] == [
        ("q1", "Hur betalar jag?", "Du betalar med kort.")
    ]


def test_questions_of_the_same_words_get_ids_of_their_own(tmp_path: Path) -> None:
    page = PAGE.replace('"@id": "https://example.org/faq#frakt",\n', "").replace(
        "Vad kostar frakten?", "Hur betalar, jag!"
    )
    page = page.replace(
        '{"@id": "https://example.org/faq#frakt"}', '{"name": "Hur betalar, jag!", "acceptedAnswer": {"text": "x"}}'
    )
    ids = [article.article_id for article in _read(tmp_path, page).articles]
    assert len(ids) == 2
    assert all(article_id.startswith("hur-betalar-jag-") for article_id in ids)


def test_a_page_without_questions_says_what_it_must_have(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="FAQPage"):
        _read(tmp_path, "<html><body><p>hej</p></body></html>")


def test_a_table_is_read_as_a_format_when_the_user_says_so(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"Number": ["KB1", "KB2"], "Short description": ["Hur betalar jag?", "Gammal"], "Text": [HTML, HTML],
         "Workflow state": ["Published", "Retired"], "Language": ["sv", "sv"]}
    )  # fmt: skip
    frame.to_csv(tmp_path / "kb.csv", index=False)
    for source in (tmp_path / "kb.csv", frame):
        read = read_articles(source, SETTINGS, preset="servicenow")
        assert [article.article_id for article in read.articles] == ["KB1"]
        assert read.rejects["reason"].tolist() == ["not published"]


def test_a_column_map_names_fields_a_tenant_renamed(tmp_path: Path) -> None:
    export = [{**article, "u_answer": "<p>Eget fält</p>"} for article in FRESHDESK]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(export), encoding="utf-8")
    read = read_articles(path, IngestSettings(max_reject_share=1, columns={"body": "u_answer"}), preset="freshdesk")
    assert read.articles[0].body == "Eget fält"


def test_an_unknown_or_unfitting_format_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="confluence, contentful, freshdesk"):
        _read(tmp_path, FRESHDESK, "drupal")
    with pytest.raises(ConfigError, match="HTML page"):
        _read(tmp_path, FRESHDESK, "html")


@pytest.mark.parametrize("name", JSON_EXPORTS)
@pytest.mark.parametrize("payload", [[1, None, "x"], [{}], {}, [[]], [{"fields": 3, "title": [], "body": 7}]])
def test_odd_entries_do_not_break_a_format(tmp_path: Path, name: str, payload: Any) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(payload), encoding="utf-8")
    with pytest.raises(FaqevalError, match="must"):
        read_articles(path, SETTINGS, preset=name)


ODD = ("3", "[]", "{}", "null", '"x"', "[[1]]", '{"a": {"b": []}}', "true", "1e999")


@pytest.mark.parametrize("name", JSON_EXPORTS)
def test_odd_types_in_every_field_do_not_break_a_format(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.json"
    for field in sorted({key for entry in _entries(JSON_EXPORTS[name]) for key in entry}):
        for odd in ODD:
            changed = json.loads(json.dumps(JSON_EXPORTS[name]))
            for entry in _entries(changed):
                entry[field] = json.loads(odd)
            path.write_text(json.dumps(changed), encoding="utf-8")
            with contextlib.suppress(NothingUsable):
                read_articles(path, SETTINGS, preset=name)


def _entries(export: Any) -> list[dict[str, Any]]:
    return export if isinstance(export, list) else next(value for value in export.values() if isinstance(value, list))
