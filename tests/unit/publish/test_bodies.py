"""Links, pictures and shortcodes in bodies."""

from __future__ import annotations

import hashlib

import pytest

DATED = "date: 2019-06-03"


@pytest.fixture
def body(desk):
    """Packs a body among some neighbours, and gives what became of it."""
    hill = hashlib.sha256(desk.picture("media/hill.png")).hexdigest()[:32]
    desk.article("ice.md", f"title: Ice\n{DATED}\naliases: [/old/ice/]")
    desk.article("2019-06-03-deep.md", f"title: Deep\n{DATED}\nslug: deep-snow")
    desk.write("glossary/key.md", "---\ntitle: Key\n---\nOpens.\n")
    desk.write("articles/notes.pdf", b"%PDF")

    def rewritten(text: str) -> str:
        desk.article("a.md", f"title: A\n{DATED}", text)
        desk.pack()
        return desk.get("a").body.replace(hill, "HILL")

    return rewritten


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("[x](ice.md)", "[x](article:ice)"),
        ("[x](./ice.md#part)", "[x](article:ice)"),
        ("[x](/articles/ice/)", "[x](article:ice)"),
        ("[x](/old/ice)", "[x](article:ice)"),
        ("[x](/2019/06/03/deep-snow/)", "[x](article:deep-snow)"),
        ("[x](article:ice)", "[x](article:ice)"),
        ("[x](term:key)", "[x](term:key)"),
        ("[x](../glossary/key.md)", "[x](term:key)"),
        ("## Key stages {#stages}\n\n[x](#stages)", '## <a id="stages"></a>Key stages\n\n[x](#stages)'),
        ("### Key {#k-1 .wide} ###", '### <a id="k-1"></a>Key'),
        ("[*x* `y`](ice.md 'Title')", "[*x* `y`](article:ice 'Title')"),
        ('[x](ice.md "A "quoted" title")', '[x](article:ice "A "quoted" title")'),
        ("[x](<ice.md>)", "[x](article:ice)"),
        ("[x][i]\n\n[i]: ice.md", "[x][i]\n\n[i]: article:ice"),
        ('<a href="ice.md">x</a>', '<a href="article:ice">x</a>'),
        ("[x](https://example.org/a_(b))", "[x](https://example.org/a_(b))"),
        ("[x](//example.org/a)", "[x](https://example.org/a)"),
        ("[x](mailto:a@example.org) <https://example.org>", "[x](mailto:a@example.org) <https://example.org>"),
        ("[x](#part)[^1]\n\n[^1]: Note", "[x](#part)[^1]\n\n[^1]: Note"),
        ("![a](../media/hill.png)", "![a](media:HILL)"),
        ("![a](/media/hill.png 'C')", '![a](media:HILL "C")'),
        ("![a](hill.png)", "![a](media:HILL)"),
        ("[![a](hill.png)](ice.md)", "[![a](media:HILL)](article:ice)"),
        ("![a][h]\n\n[h]: hill.png", "![a][h]\n\n[h]: media:HILL"),
        ('<img alt="a" src="/media/hill.png" onload="x()">', '<img src="media:HILL" alt="a">'),
        ("[big](hill.png)", "[big](media:HILL)"),
        ("&eacute; a\\[b](c) <!--more--> d", "&eacute; a\\[b](c)  d"),
    ],
)
def test_what_leads_somewhere_is_kept(desk, body, source, result):
    assert body(f"{source}\n") == result
    assert desk.codes() == set()


@pytest.mark.parametrize(
    ("source", "result", "code"),
    [
        ("[x](nobody.md)", "x", "link-broken"),
        ("[x](article:nobody)", "x", "link-broken"),
        ("[x](term:nobody)", "x", "link-broken"),
        ("[x](notes.pdf)", "x", "link-broken"),
        ("[x](/topics/)", "x", "link-broken"),
        ("![a *b*](none.png)", "*a \\*b\\**", "picture-missing"),
        ("![](none.png)", "", "picture-missing"),
        ("![a](https://example.org/a.png 'C')", "*a — C*", "picture-remote"),
        ("![a](data:image/png;base64,AAAA)", "*a*", "picture-inline"),
        ("<img src='x.png' alt='a'>", "<em>a</em>", "picture-missing"),
        (
            "x <iframe src='https://example.org'></iframe>",
            "x <iframe src='https://example.org'></iframe>",
            "html-dropped",
        ),
    ],
)
def test_what_leads_nowhere_keeps_its_words_and_is_told(desk, body, source, result, code):
    assert body(f"First\n\n{source}\n") == f"First\n\n{result}".strip()
    assert desk.told(code) == [("articles/a.md", 7)]


@pytest.mark.parametrize(
    "source",
    [
        "```\n[x](nobody.md) {{< img src='y' >}}\n```",
        "~~~~ md\n![x](nobody.png)\n~~~\n~~~~",
        "`[x](nobody.md)` and `` `![x](n.png) ``",
        "Text\n\n    [x](nobody.md)\n\n    ![x](nobody.png)\n\nText",
    ],
)
def test_code_is_left_alone(desk, body, source):
    assert body(source) == source
    assert desk.codes() == set()


def test_indented_text_in_lists_is_no_code(body):
    assert body("1. One\n\n    [x](ice.md)\n") == "1. One\n\n    [x](article:ice)"


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ('[x]({{< ref "ice.md" >}})', "[x](article:ice)"),
        ("[x]({{% relref '/articles/ice.md' %}})", "[x](article:ice)"),
        ('[x]({{ "/old/ice/" | url }})', "[x](article:ice)"),
        ("[x]({% post_url 2019-06-03-deep %})", "[x](article:deep-snow)"),
        ('{{< legacy-img src="hill.png" alt="A hill" caption="C" >}}', '<img src="media:HILL" alt="A hill" title="C">'),
        ('{{< figure\n  src="/media/hill.png"\n>}}', '<img src="media:HILL" alt="">'),
        ('{% image "media/hill.png" "A hill" %}', '<img src="media:HILL" alt="A hill">'),
        ('{{< img src="hill" >}}', '<img src="media:HILL" alt="">'),
        ("{{< box >}}\nInside [x](ice.md)\n{{< /box >}}", "Inside [x](article:ice)"),
        ('{{< quote-block text="Snow." cite="Ana" >}}', "> Snow. — Ana"),
        ('{{< button href="https://example.org" text="Go" >}}', '<a href="https://example.org">Go</a>'),
        ("{% highlight ruby %}\nputs '[x](y)'\n{% endhighlight %}", "```ruby\nputs '[x](y)'\n```"),
        ("a{% comment %} {{< x >}} {% endcomment %}b", "ab"),
        ('{{</* ref "x" */>}}', '{{< ref "x" >}}'),
    ],
)
def test_shortcodes_that_mean_something_here(desk, body, source, result):
    assert body(f"{source}\n").strip() == result
    assert desk.codes() == set()


def test_other_shortcodes_go_and_are_told(desk, body):
    assert body('a\n\n{{< tweet id="1" >}}\n\n{{ site.title }}\n\nb [x]({{< ref "none.md" >}})\n').split() == [
        "a",
        "b",
        "x",
    ]
    assert desk.told("shortcode-dropped") == [("articles/a.md", 7), ("articles/a.md", 9)]
    assert desk.told("link-broken") == [("articles/a.md", 11)]


def test_addresses_of_the_publications_own_site_are_paths(desk, body):
    desk.write("publication.toml", '[publication]\ntitle="W"\nlanguage="en"\nsite="https://example.org/"\n')
    text = "[x](https://example.org/old/ice/) [y](/topics/) [z](https://example.org/none)\n"
    assert body(text) == "[x](article:ice) [y](https://example.org/topics/) [z](https://example.org/none)"
    assert desk.codes() == set()


def test_lines_stay_right_after_long_shortcodes_and_code(desk, body):
    body('{{< figure\n  src="hill.png"\n>}}\n\n```\na\nb\n```\n\n[x](none.md)\n')
    assert desk.told("link-broken") == [("articles/a.md", 14)]


def test_lead_pictures(desk, body):
    desk.article("b.md", f"title: B\n{DATED}\nimage: {{src: hill.png, alt: A hill}}\nimage_credit: Ana")
    desk.article("c.md", f"title: C\n{DATED}\ncover: https://example.org/x.png")
    desk.article("d.md", f"title: D\n{DATED}\nimage: none.png")
    body("x")
    lead = desk.get("b").lead
    assert (lead.alt, lead.credit, len(lead.media)) == ("A hill", "Ana", 32)
    assert desk.get("c").lead is desk.get("d").lead is None
    assert desk.told("lead-remote") == [("articles/c.md", 4)]
    assert desk.told("lead-missing") == [("articles/d.md", 4)]
