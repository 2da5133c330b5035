"""Packing: what is wrong with a source folder, and what was done about it or is to be done."""

_MEND = "Nothing was written. Mend it and pack again."
_ALT = "Its description stands in its place."
_WORDS = "Its words stay, the link is gone."

SENTENCES: dict[str, tuple[str, str]] = {
    # The source folder as a whole
    "source-folder-absent": ("There is no folder “{folder}”.", "Give the folder that holds publication.toml."),
    "source-folder-too-large": (
        "“{folder}” holds more than {most} files.",
        "Give the folder of the publication alone, not one above it.",
    ),
    "publication-toml-missing": (
        "“{folder}” has no publication.toml.",
        'Make one beside the articles; the least is [publication] with title = "Winter Review" and language = "en".',
    ),
    "source-without-articles": (
        "“{folder}” holds no articles.",
        'Put Markdown files into articles/, or name their folders: [source] articles = ["content/news"].',
    ),
    "article-folder-missing": ("There is no article folder “{folder}”.", _MEND),
    "toml-unreadable": ("{file}, line {line}: this is not TOML: {reason}.", _MEND),
    "toml-table-expected": ("“{table}” must be a table: [{table}].", _MEND),
    "toml-tables-expected": ("“{table}” must be a list of tables: [[{table}]].", _MEND),
    "publication-title-missing": (
        "The publication has no title.",
        'Nothing was written. Write title = "Winter Review" below a line [publication], and pack again.',
    ),
    "publication-language-missing": (
        "The publication's language is missing or is no BCP 47 code.",
        "Taken as “{language}”.",
    ),
    "thing-doubled": ("The {kind} “{id}” is described twice.", _MEND),
    "thing-without-id": ("A {kind} has neither id nor title.", _MEND),
    "parent-unknown": ("The parent “{parent}” of “{id}” is not there.", "It stands at the top."),
    "parent-circular": ("The parent “{parent}” of “{id}” lies below it.", "It stands at the top."),
    "language-unknown": ("“{language}” is no BCP 47 code of a language.", "The text under it was left out."),
    "most-read-unknown": ("The most-read list names “{id}”, which is not there.", "Left out."),
    # Files
    "file-unreadable": ("The file {file} cannot be read ({reason}).", _MEND),
    "file-too-large": ("The file {file} is larger than {most} bytes.", _MEND),
    "file-not-utf8": ("The file {file} is not UTF-8 text (line {line}).", _MEND),
    "front-matter-unclosed": ("The front matter has no closing “{fence}”.", _MEND),
    "front-matter-too-large": ("The front matter is larger than {most} bytes.", _MEND),
    "front-matter-unreadable": ("The front matter cannot be read: {reason}.", _MEND),
    "list-page-skipped": ("A list page of a site generator.", "Left out; Packhorse makes its own lists."),
    "text-too-large": ("The text is {bytes} bytes long; {most} is the most.", _MEND),
    # Front matter
    "unknown-key": ("The key “{key}” is not known.", "Left out."),
    "title-missing": ("There is no title.", "Taken: “{title}”."),
    "date-unreadable": ("The {key} “{text}” cannot be read.", "Taken: {used}. Write it as 2019-06-03."),
    "date-missing": ("There is no date.", "It comes last in lists by date."),
    "language-unreadable": ("“{language}” is no BCP 47 code of a language.", "Taken: {used}."),
    "id-normalized": ("The id “{id}” has letters that ids cannot have.", "Taken: “{used}”."),
    "id-doubled": ("The id “{id}” is also that of {other}, line {other_line}.", _MEND),
    "id-doubled-derived": ("The id “{id}” is taken by {other}.", "Taken: “{used}”."),
    "translation-unknown": ("It is called a translation of “{id}”, which is not there.", "It stands alone."),
    "related-unknown": ("The related article “{id}” is not there.", "Left out."),
    "series-part-unreadable": ("The part “{text}” of the series is no number.", "Left out."),
    "thing-made": (
        "The {kind} “{id}” is not described in publication.toml.",
        "Made with the title “{title}”.",
    ),
    "source-vanished": ("The {kind} “{id}” is no longer in the source.", "Withdrawn: readers will not see it."),
    # Bodies
    "link-broken": ("The link to “{address}” leads to nothing here.", _WORDS),
    "shortcode-dropped": ("The shortcode “{name}” means nothing outside its site.", "Left out."),
    "html-dropped": ("HTML of the kind <{name}> is not shown.", "Readers will not see it."),
    # Pictures
    "lead-missing": ("The lead picture “{address}” is not there.", "Left out."),
    "lead-remote": (
        "The lead picture “{address}” is on the network.",
        "Left out. Put it into media/ to bring it along.",
    ),
    "picture-missing": ("The picture “{address}” is not there.", _ALT),
    "picture-remote": ("The picture “{address}” is on the network.", _ALT + " Put it into media/ to bring it along."),
    "picture-inline": ("A picture is written into the text itself.", _ALT + " Put it into media/ to bring it along."),
    "picture-svg": ("The picture “{address}” is an SVG, which can hold programs.", _ALT + " Save it as PNG."),
    "picture-too-large": ("The picture {file} is larger than {most} bytes.", _ALT),
    "picture-too-many-pixels": ("The picture {file} has more than {most} pixels.", _ALT),
    "picture-unreadable": ("The picture {file} cannot be read ({reason}).", _ALT),
    "picture-damaged": ("The picture {file} is damaged.", "Its place stays empty."),
    # Maps
    "map-without-file": ("The map “{id}” names no file.", _MEND),
    "map-missing": ("The map {file} is not there.", _MEND),
    "map-unreadable": ("The map {file} cannot be read as SVG ({reason}).", _MEND),
    "map-size": ("The map {file} needs a viewBox that begins with 0 0, or a width and a height.", _MEND),
    "map-empty": ("The map {file} has no <path> or <polygon> with an id.", _MEND),
    "map-transform": ("The shape “{id}” is moved by a transform.", "It is drawn without it."),
    "map-shape-unreadable": ("The outline of “{id}” is too long or holds what no outline holds.", "Left out."),
    # The bundle
    "serial-not-higher": (
        "Edition {serial} cannot follow; the next is {least}.",
        "Nothing was written. Leave --serial out, or give a higher number.",
    ),
    "published-missing": ("No article has a date.", "Nothing was written. Give the day with --published 2019-06-03."),
    "published-unreadable": ("“{text}” is no day.", "Write it as 2019-06-03."),
    "output-not-folder": ("“{output}” is a file.", "Give a folder, or a name that ends in .zip."),
    "output-not-file": ("“{output}” is a folder.", "Give a name that does not end in .zip, or remove the folder."),
    "output-not-ours": (
        "“{output}” also holds {file}, which is not of this publication.",
        "Nothing was written. Pack into a new zip.",
    ),
    "output-newer-root": (
        "The bundle knows version {version} of the publication's keys, your keys folder does not.",
        "Nothing was written. Use the newest keys folder.",
    ),
    "source-lost-most": (
        "{gone} of the last edition's {before} articles are not in this folder any more.",
        "Nothing was written. If this is the wrong folder, give the right one; to withdraw them, add --withdraw-most.",
    ),
    "output-unwritable": (
        "“{output}” cannot be written ({reason}).",
        "The last edition is whole. Check the disk and pack again.",
    ),
    "output-zip-too-large": (
        "The zip “{output}” would be larger than {most} bytes, which many sticks cannot hold.",
        "Nothing was written. Pack into a folder.",
    ),
}
