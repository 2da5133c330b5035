"""Sentences of this area: faults of the index, and hints about a query that was not understood in full."""

SENTENCES: dict[str, tuple[str, str]] = {
    "index-not-ours": (
        "The folder of the search index, {folder}, is a link or belongs to another user, so it cannot be trusted.",
        "Remove it, or choose another data folder; the index is made again from your library.",
    ),
    "index-busy": (
        "Another Packhorse is writing the search index.",
        "Let it finish, then try again. Reading is not affected.",
    ),
    "index-disk-full": (
        "The disk is full, so new articles cannot be found by search yet.",
        "Free some space; indexing goes on where it stopped. Your articles are safe.",
    ),
    "index-unusable": (
        "The search index could not be read or written: {reason}.",
        "Check that the disk is there and can be written, then try again.",
    ),
    "index-damaged": (
        "The search index is damaged. Your articles are not.",
        "It is being made again; search finds everything once that is done.",
    ),
    "query-most-words": (
        "No article has all of these words; these have most of them.",
        "Leave out a word, or join some with OR.",
    ),
    "query-apart": (
        "No article has these words next to each other; these have them apart.",
        "Type a space between words that need not stand together.",
    ),
    "query-begun": (
        "No article has the last word as it stands; these have words that begin so.",
        "Go on typing, or write the whole word.",
    ),
    "query-nothing": (
        "There is no word in this search.",
        "Type a word, or part of one followed by *.",
    ),
    "query-too-long": (
        "The search is very long; only its first 512 characters were used.",
        "Search for the few words that matter most.",
    ),
    "query-too-many-words": (
        "Only the first 32 words of the search were used.",
        "Search for the few words that matter most.",
    ),
    "query-phrase-too-long": (
        "Only the beginning of the long phrase was used.",
        "Quote at most eight words.",
    ),
    "query-too-deep": (
        "There are brackets within brackets, more than eight deep; the innermost were left out of account.",
        "Write the search with fewer brackets.",
    ),
    "query-field-unknown": (
        "What stands before the colon is not something to search in, so it was searched as words.",
        "Use title:, author:, section:, tag:, topic:, region:, series:, lang:, on:, before:, after:, is: or has:.",
    ),
    "query-mark-unknown": (
        "What stands after the colon is not something that an article can be or have, so it was searched as words.",
        "Use is:unread, is:read, is:starred, is:opened, has:note or has:picture.",
    ),
    "query-language-unknown": (
        "The language was not understood, so it was searched as words.",
        "Write its short name, as in lang:en or lang:zh-Hant.",
    ),
    "query-language-absent": (
        "No article is in the language that is asked for.",
        "Leave it out, or choose another.",
    ),
    "query-value-absent": (
        "No article has the author, section, tag, topic, region or series that is asked for.",
        "Leave it out, or choose another.",
    ),
    "query-date-unreadable": (
        "The date was not understood, so it was searched as words.",
        "Write dates as 2019, 2019-06 or 2019-06-03, and from one to another as 2018..2020.",
    ),
    "query-wildcard": (
        "A * is understood only at the end of a word, after two letters or more; elsewhere it was ignored.",
        "Write the beginning of a word and then *, as in librar*.",
    ),
    "query-fuzzy": (
        "Similar spellings can be found of one word of three letters or more, so the ~ was ignored.",
        "Put ~ right after a longer word, as in librarian~.",
    ),
    "query-prefix-cut": (
        "More than 12 words begin so; only the commonest 12 were looked for.",
        "Type one more letter before the *.",
    ),
    "query-fuzzy-cut": (
        "More than 12 words are spelt almost so; only the nearest 12 were looked for.",
        "Write ~1 for words that differ by one letter.",
    ),
    "query-too-broad": (
        "This search would take too long.",
        "Add a rarer word, or use fewer words.",
    ),
}
