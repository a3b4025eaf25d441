"""Answers in any markup become blocks, and no visible word is lost."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.ingest.markup.bodies import body_blocks, markup_of, visible_line
from faqeval.ingest.markup.html_blocks import html_blocks
from faqeval.ingest.markup.html_guard import is_tangled
from faqeval.ingest.markup.links import safe_href
from faqeval.ingest.markup.markdown_blocks import markdown_blocks
from faqeval.ingest.markup.plain_blocks import plain_blocks
from faqeval.records import Block, Link


def _short(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Hej <b>d</b>u</p>", [("paragraph", "Hej du")]),
        ("a<br>b<br/><br>C.", [("paragraph", "a b"), ("paragraph", "C.")]),
        ("Mån 8–17<br>Lör 10–14", [("paragraph", "Mån 8–17"), ("paragraph", "Lör 10–14")]),
        ("<h2>Så här</h2><ol><li>Ett<li>Två</ol>", [("heading", "Så här"), ("step", "Ett"), ("step", "Två")]),
        ("<ul><li>a<ol><li>b</ol></li><li><p>c</p><p>d</p></ul>",
         [("bullet", "a"), ("step", "b"), ("bullet", "c"), ("paragraph", "d")]),
        ("<table><tr><th>A<th>B<tr><td>1<br>2<td><p>3</p></table>", [("table_row", "A | B"), ("table_row", "1 2 | 3")]),
        ("<table><tr><td><ul><li>a</ul><td>b</table>", [("bullet", "a"), ("paragraph", "b")]),
        ("<details><summary>Q</summary>A</details>", [("heading", "Q"), ("paragraph", "A")]),
        ("a<script>x</script><style>y</style><noscript>z</noscript><template>t</template><svg><text>s</text></svg>"
         "<iframe>f</iframe><!-- c -->b", [("paragraph", "ab")]),
        ("<p>5 &lt; 6 &amp; 7&nbsp;kr &#229;</p>", [("paragraph", "5 < 6 & 7 kr å")]),
        ("<div><div>a</div>b</div>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<p></p><p> &nbsp; </p>", []),
        ("<dl><dt>a<dd>b</dl>", [("paragraph", "a"), ("paragraph", "b")]),
    ],
)  # fmt: skip
def test_html_blocks(html: str, blocks: list[tuple[str, str]]) -> None:
    assert _short(html_blocks(html)) == blocks


def test_links_keep_their_words_and_lose_dangerous_addresses() -> None:
    (block,) = html_blocks(
        '<p>Se <a href="/a">sida <b>A</b></a>, <a href="javascript:x()">b</a> <a href=" /c ">c</a></p>'
    )
    assert block.text == "Se sida A, b c"
    assert block.links == (Link("sida A", "/a"), Link("c", "/c"))


def test_a_link_around_blocks_belongs_to_each_of_them() -> None:
    blocks = html_blocks('<a href="/a"><p>x</p><p>y</p></a><p>z</p>')
    assert [block.links for block in blocks] == [(Link("x", "/a"),), (Link("y", "/a"),), ()]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " JaVa\tScript:1", "data:text/html,x", "vbscript:x", "x" * 3_000]
)
def test_addresses_a_browser_would_run_are_dropped(href: str) -> None:
    assert safe_href(href) == ""


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# T\n\nhej *du* `x`\nigen", [("heading", "T"), ("paragraph", "hej du x igen")]),
        ("* a\n* b\n\n1. c\n2. d", [("bullet", "a"), ("bullet", "b"), ("step", "c"), ("step", "d")]),
        ("|a|b|\n|-|-|\n|1|2|", [("table_row", "a | b"), ("table_row", "1 | 2")]),
        ("**x**\n\n<div>rå <b>html</b></div>", [("paragraph", "x"), ("paragraph", "rå html")]),
        (
            "**Frist**\n\n2. juni 2026 er sidste dag",
            [("paragraph", "Frist"), ("paragraph", "2. juni 2026 er sidste dag")],
        ),
        ("```\na < b\n```", [("paragraph", "a < b")]),
    ],
)
def test_markdown_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert _short(markdown_blocks(text)) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Ett.\n\nTvå.", [("paragraph", "Ett."), ("paragraph", "Två.")]),
        ("Ett.\nTvå.", [("paragraph", "Ett."), ("paragraph", "Två.")]),
        ("en rad som går\nvidare här", [("paragraph", "en rad som går vidare här")]),
        ("Gehen Sie mit Ihrem Ausweis und dem Brief, den Sie bekamen, zum\nBahnhof",
         [("paragraph", "Gehen Sie mit Ihrem Ausweis und dem Brief, den Sie bekamen, zum Bahnhof")]),
        ("- a\n• b\n– c", [("bullet", "a"), ("bullet", "b"), ("bullet", "c")]),
        ("1. a\n2) b", [("step", "a"), ("step", "b")]),
        ("1. januar 2026 stiger prisen\n2. februar igen",
         [("paragraph", "1. januar 2026 stiger prisen"), ("paragraph", "2. februar igen")]),
        ("3. kvartal var godt", [("paragraph", "3. kvartal var godt")]),
        ("- 5 grader", [("bullet", "5 grader")]),
        ("", []),
    ],
)  # fmt: skip
def test_plain_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert _short(plain_blocks(text)) == blocks


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Hej", "plain"), ("a < b och c > d", "plain"), ("2 * 3 * 4, snake_case", "plain"), ("- a\n- b", "plain"),
        ("<user@example.org>", "plain"), ("[saksbehandler.navn]", "plain"), ("<p>a", "html"), ("a<br>b", "html"),
        ("Tom &amp; Jerry", "html"), ("<!-- wp:x -->a", "html"), ("# a", "markdown"), ("**a**", "markdown"),
        ("se [a](/b)", "markdown"), ("## a\n\n|x|y|\n|---|---|\n<br>", "markdown"), ("#tag", "plain"),
    ],
)  # fmt: skip
def test_markup_is_told_by_its_signs(text: str, markup: str) -> None:
    assert markup_of(text) == markup


def test_titles_are_seen_as_readers_see_them() -> None:
    assert visible_line(" Tom &amp; <b>Jerry</b>\n 2 ") == "Tom & Jerry 2"
    assert visible_line("a < b &amp; c") == "a < b & c"


WORD = st.text("abcåäöéßABCÅ", min_size=1, max_size=8)
TEMPLATES = (
    "<p>{}</p><ul><li>{}</li><li>{}</li></ul><p>{}<br>{}</p>",
    "<div>{}<p>{}<table><tr><td>{}</td><td>{}</td></tr></table></div>{}",
    "<b>{} </i><a href='/x'>{}<p>{}</a><td> {}</td><li>{}",
    "{} <h3>{}</h3> {} <pre>{}\n{}</pre>",
    "# {}\n\n{} **{}**\n\n* {}\n* [{}](/x)\n",
    "| {} | {} |\n|---|---|\n| {} | {} |\n\n<p>{}</p>",
    "> {}\n> {}\n\n1. {}\n2. {}\n\n```\n{}\n```",
    "{}\n\n{}\n- {}\n1. {}\n2. {}",
    "{}. {}\n{}: {}\n{}",
    "{} &amp; {} < {} > {} & {}",
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TEMPLATES), st.lists(WORD, min_size=5, max_size=5))
def test_no_visible_word_is_lost_and_their_order_stays(template: str, words: list[str]) -> None:
    blocks = body_blocks(template.format(*words))
    assert blocks is not None
    seen = re.findall(r"[^\W\d_]+", " ".join(block.text for block in blocks))
    assert seen == words


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_blocks_of_one_line_with_text(text: str) -> None:
    for read in (body_blocks, html_blocks, markdown_blocks, plain_blocks):
        for block in read(text) or ():
            assert block.text == " ".join(block.text.split())
            assert block.text


SIZE = 100_000
HOSTILE = {
    "deep": "<div>" * (SIZE // 5),
    "unclosed": "<b><p>" * (SIZE // 6),
    "reopened": "<div>" + "".join(f"<b id={n}>" for n in range(4_000)) + "</div>" + "<div>x</div>" * 4_000,
    "tables": "<table><tr><td>" * (SIZE // 15),
    "lists": "<ul><li>" * (SIZE // 8),
    "links": "<a href=x><p>" * (SIZE // 13),
    "half tags": "<p " * (SIZE // 3),
    "open comment": "<!--" * (SIZE // 4),
    "half entities": "&amp" * (SIZE // 4),
    "brackets": "[" * SIZE,
    "images": "**a**\n" + "![" * (SIZE // 20),
    "emphasis": "*a **a " * (SIZE // 7),
    "bold": "**" * (SIZE // 2),
    "quotes": "# a\n" + "> " * (SIZE // 2),
    "nested list": "# a\n" + "- " * (SIZE // 2),
    "half links": "[a](" * (SIZE // 4),
    "ticks": "# a\n" + " ".join("`" * n for n in range(1, 400)),
    "table columns": "|a" * (SIZE // 8) + "\n" + "|---" * (SIZE // 8) + "|\n" + "|\n" * (SIZE // 8),
    "dashes": "-" * SIZE,
    "dash columns": "|-" * (SIZE // 2),
    "numbers": "1. " * (SIZE // 3),
    "line ends": "\n" * SIZE,
    "number lines": "\n".join(f"{n % 99}. x" for n in range(SIZE // 6)),
    "blanks": " " * SIZE + "x",
    "bullets": "- \n" * (SIZE // 3),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bodies_take_linear_time(name: str) -> None:
    begun = time.perf_counter()
    body_blocks(HOSTILE[name])
    assert time.perf_counter() - begun < 20  # usually under one second; quadratic took 300


def test_tangled_html_is_told_before_it_is_parsed() -> None:
    assert is_tangled(HOSTILE["deep"])
    assert is_tangled(HOSTILE["reopened"])
    assert body_blocks(HOSTILE["reopened"]) is None


def test_usual_html_is_not_called_tangled() -> None:
    assert not is_tangled('<p><b>a</b> <font size="2">b</font> <a name="x"><i>c</i></p>' * 3_000)
    assert not is_tangled("<p>a<br>" * 20_000)
