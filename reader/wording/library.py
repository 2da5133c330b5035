"""Asking the library for something, and running it."""

SENTENCES = {
    "cancelled": ("Stopped.", "Nothing is broken; start again and it goes on."),
    "node-unknown": (
        "“{node}” is not a list that Packhorse knows.",
        "Try latest, new, unread, starred, notes, collection:NUMBER, section:NAME, tag:NAME, topic:NAME, author:NAME, region:NAME, series:NAME or lang:CODE.",
    ),
    "node-not-searchable": (
        "There is no searching within {node}.",
        "Search within a section, tag, topic, region, series, author, language or collection, or within unread, starred, history or notes.",
    ),
    "search-empty": (
        "A search without words cannot be kept.",
        "Type what to search for, and keep that.",
    ),
    "publication-unknown": (
        "There is no publication “{publication}” in the library.",
        "“packhorse status” lists those that are here.",
    ),
    "publication-ambiguous": (
        "Several publications are called “{publication}”.",
        "Name the one by its id: “packhorse status” tells them.",
    ),
    "saved-search-unknown": (
        "There is no saved search {id}.",
        "“packhorse saved” lists them with their numbers.",
    ),
    "collection-unknown": (
        "There is no collection “{title}”.",
        "“packhorse collections” lists them with their numbers.",
    ),
    "collection-nameless": (
        "A collection needs a name.",
        "Type one, such as what the articles in it are for.",
    ),
    "collection-taken": (
        "There is a collection “{title}” already.",
        "Choose another name, or file the articles in that one.",
    ),
    "article-unknown": (
        "There is no article “{id}” in the library.",
        "Find its name with “packhorse search” or “packhorse list”.",
    ),
    "article-ambiguous": (
        "Several publications have an article “{id}”.",
        "Say which: PUBLICATION/{id}. “packhorse status” lists the publications.",
    ),
    "index-rebuilding": (
        "The search index is still being built, so this may not be all.",
        "Reading goes on; search again in a while.",
    ),
    "document-unknown": (
        "There is no page “{id}” in the library.",
        "Sync the publication again, or look at its other pages.",
    ),
    "paper-unwritten": (
        "“{file}” could not be written ({reason}).",
        "Choose another place for it, or free some space, and save it again.",
    ),
    "printer-refuses": (
        "The printer “{printer}” takes nothing.",
        "Look whether it is switched on and connected, then print again.",
    ),
    "network-not-here": (
        "“{source}” is an address on the network; this version reads folders and zip files.",
        "Download the bundle as a zip and open that.",
    ),
}
