"""Keys of front matter: ours and those of common site generators, as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.publish.fields import Field

#: What we read, and the names that it goes by, the best first.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "identifier"),
    "slug": ("slug",),
    "title": ("title", "name"),
    "language": ("lang", "language", "locale"),
    "date": ("date", "published", "pubdate", "publishdate", "publish_date", "created", "created_at", "date_published"),
    "updated": ("updated", "lastmod", "modified", "last_modified", "last_modified_at", "updated_at", "date_modified"),
    "authors": ("authors", "author", "byline"),
    "translators": ("translators", "translator"),
    "section": ("section",),
    "categories": ("categories", "category"),
    "standfirst": ("standfirst", "deck", "description", "summary", "excerpt", "abstract", "subtitle", "dek"),
    "tags": ("tags", "tag", "keywords"),
    "topics": ("topics", "topic"),
    "regions": ("regions", "region"),
    "series": ("series",),
    "series_part": ("series_part", "part", "series_order", "series_weight"),
    "translation_of": ("translation_of", "translationof"),
    "translation_key": ("translationkey", "translation_key"),
    "related": ("related", "related_articles", "related_posts"),
    "kind": ("kind",),
    "image": (
        *("image", "cover", "featured_image", "featuredimage", "feature_image", "cover_image", "coverimage"),
        *("primary_image", "header_image", "hero_image", "lead_image", "banner", "thumbnail", "images"),
    ),
    "image_alt": ("image_alt", "imagealt", "cover_alt"),
    "image_caption": ("image_caption", "imagecaption", "cover_caption"),
    "image_credit": ("image_credit", "imagecredit", "cover_credit"),
    "aliases": ("aliases", "alias", "redirect_from", "url", "permalink", "aka"),
    "licence": ("licence", "license"),
    "source": ("source",),
    "source_url": ("source_url", "canonical", "canonical_url", "canonicalurl"),
    "draft": ("draft", "drafts"),
    "position": ("position", "weight", "order", "nav_order"),
}
#: Understood, and of no use here: they tell a site generator how to build a web page.
WITHOUT_USE = frozenset(
    {"layout", "type", "template", "toc", "comments", "math", "mathjax", "sitemap", "robots", "outputs", "output"}
    | {"markup", "build", "_build", "cascade", "headless", "expirydate", "expires", "linktitle", "menu", "menus"}
    | {"pin", "pinned", "sticky", "featured", "hidden", "share", "search", "noindex", "css", "js", "scripts", "hero"}
    | {"eleventyexcludefromcollections", "eleventynavigation", "eleventycomputed", "pagination", "pagefind"}
    | {"showtoc", "tocopen", "hidemeta", "disableshare", "comment", "reading_time", "read_time", "word_count"}
    | {"sidebar", "sidebar_position", "sidebar_label", "classes", "header", "status", "cssclass", "cssclasses"}
)
_KNOWN = frozenset(name for names in NAMES.values() for name in names) | WITHOUT_USE


def get(fields: Mapping[str, Field], key: str) -> Field | None:
    """The field that a key means, by the first of its names that says something."""
    found = [fields[name] for name in NAMES[key] if name in fields]
    return next((field for field in found if field.value), found[0] if found else None)


def unknown(fields: Mapping[str, Field]) -> list[tuple[str, int]]:
    """Keys that nobody here knows, with their lines."""
    return [(key, field.line) for key, field in fields.items() if key not in _KNOWN]
