"""``FOLDER ARTICLES``: write the articles as Markdown files with front matter."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.corpus import read_articles

POST = """---
title: {title}
date: {date}
summary: {standfirst}
authors:
  - {authors[0]}
topics: [{topics}]
---

{body}
"""


def main(folder: Path, articles: Path) -> None:
    folder.mkdir(parents=True)
    for fields in read_articles(articles):
        text = POST.format(**{**fields, "topics": ", ".join(fields["tags"])})
        (folder / f"{fields['date']}-post-{fields['key']}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
