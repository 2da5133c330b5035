"""How to search, in sentences: a title, what it does, and examples with names of fields and of things in place of braces."""

HELP: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Words",
        "All words must be there, in any of their forms: a search for one form finds the others. Case and accents do not matter.",
        ("{word}", "{word} {other}"),
    ),
    (
        "Exact words and phrases",
        "In quotation marks a word is found just so, and words are found in this order, next to each other.",
        ('"{word}"', '"{phrase}"'),
    ),
    (
        "One or the other, and not",
        "OR joins its two neighbours. A minus before a word, a phrase or a bracket leaves out what has it.",
        ("{word} OR {other}", "{word} -{other}", "({word} OR {other}) -{is}:{read}"),
    ),
    (
        "Beginnings, and words spelt almost so",
        "A star stands for any ending. A tilde finds words that differ by a letter or two.",
        ("{begin}*", "{word}~"),
    ),
    (
        "Where it stands",
        "The name of a field and a colon go before a word, a phrase or a bracket. Names are understood in your language and in English.",
        (
            "{title}:{title_word}",
            "{author}:{an_author}",
            "{section}:{a_section}",
            "{tag}:{a_tag}",
            "{lang}:{a_language}",
        ),
    ),
    (
        "When",
        "A year, a month or a day, or a span of them.",
        ("{on}:{year}", "{after}:{year}", "{before}:{year}", "{on}:{year}-01..{year}-06"),
    ),
    (
        "What you have done with it",
        "What you have read, starred or written a note on; and what has a picture.",
        ("{is}:{unread}", "{is}:{starred}", "{has}:{picture}"),
    ),
)
