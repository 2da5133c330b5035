"""The catalogue's tables, as numbered migrations. A released migration is never changed; a new one is appended.

``article`` and its ``label`` rows are derived from sealed segments and can be made again. ``status`` is the reader's own and
is keyed by publication and article id, so that no edition touches it; so are notes. ``former`` keeps the keys of articles
that a damaged segment took along, so that they get them back, and a key is never given twice. ``collection`` and
``collected`` are what the reader filed; ``arrival`` is an edition that brought something, and an article names the last
one that brought, changed or withdrew it, and the one it came with. A ``label`` with the position -1 follows from the tree of regions.
A search that was used (``searched``) or kept is its words and the publication it keeps to, none for all. ``removed`` is what is
still known of a publication that was taken out, and whether its files are still to go (``waits``).
"""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE publication (
        id TEXT PRIMARY KEY, titles TEXT NOT NULL, mastheads TEXT NOT NULL, language TEXT NOT NULL,
        languages TEXT NOT NULL, licence TEXT NOT NULL,
        trust TEXT NOT NULL, fingerprint TEXT NOT NULL, root_version INTEGER NOT NULL,
        epoch INTEGER NOT NULL, serial INTEGER NOT NULL, sha256 TEXT NOT NULL,
        published TEXT NOT NULL, next_expected TEXT NOT NULL, highest_seen INTEGER NOT NULL,
        source TEXT NOT NULL, synced_at TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE segment (
        number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, publication TEXT NOT NULL, kind TEXT NOT NULL,
        tier TEXT NOT NULL, language TEXT NOT NULL, dictionary TEXT NOT NULL, bytes INTEGER NOT NULL,
        frames_at INTEGER NOT NULL, UNIQUE (publication, sha256)
    );

    CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        publication TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, kind TEXT NOT NULL,
        language TEXT NOT NULL, title TEXT NOT NULL, standfirst TEXT NOT NULL, date TEXT NOT NULL,
        updated TEXT NOT NULL, section TEXT NOT NULL, series TEXT NOT NULL, series_part INTEGER NOT NULL,
        work TEXT NOT NULL, lead TEXT NOT NULL, minutes INTEGER NOT NULL, licence TEXT NOT NULL,
        segment INTEGER NOT NULL REFERENCES segment, at INTEGER NOT NULL, size INTEGER NOT NULL,
        raw INTEGER NOT NULL, codec TEXT NOT NULL, sha256 TEXT NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0,
        UNIQUE (publication, id)
    );
    CREATE INDEX article_by_date ON article (hidden, date, key);
    CREATE INDEX article_by_section ON article (publication, section, hidden, date);
    CREATE INDEX article_by_series ON article (publication, series, series_part) WHERE series <> '';
    CREATE INDEX article_by_work ON article (publication, work);
    CREATE INDEX article_by_language ON article (language, hidden, date);

    CREATE TABLE label (
        kind TEXT NOT NULL, publication TEXT NOT NULL, value TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article, position INTEGER NOT NULL,
        PRIMARY KEY (kind, publication, value, article)
    ) WITHOUT ROWID;
    CREATE INDEX label_by_article ON label (article, kind, position);

    CREATE TABLE thing (
        publication TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
        parent TEXT NOT NULL, position INTEGER NOT NULL, titles TEXT NOT NULL, texts TEXT NOT NULL,
        extra TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (publication, kind, id)
    ) WITHOUT ROWID;

    CREATE TABLE prose (
        publication TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
        language TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, work TEXT NOT NULL,
        position INTEGER NOT NULL, aliases TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (publication, kind, id)
    ) WITHOUT ROWID;

    CREATE TABLE media (
        publication TEXT NOT NULL, id TEXT NOT NULL, tier TEXT NOT NULL, revision INTEGER NOT NULL,
        segment INTEGER NOT NULL REFERENCES segment, at INTEGER NOT NULL, size INTEGER NOT NULL,
        raw INTEGER NOT NULL, codec TEXT NOT NULL, sha256 TEXT NOT NULL, type TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, PRIMARY KEY (publication, id, tier)
    ) WITHOUT ROWID;

    CREATE TABLE withdrawn (
        publication TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
        purge INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (publication, kind, id)
    ) WITHOUT ROWID;

    CREATE TABLE status (
        publication TEXT NOT NULL, id TEXT NOT NULL,
        read_at TEXT, starred_at TEXT, opened_at TEXT, position REAL NOT NULL DEFAULT 0,
        PRIMARY KEY (publication, id)
    ) WITHOUT ROWID;
    CREATE INDEX status_starred ON status (starred_at) WHERE starred_at IS NOT NULL;
    CREATE INDEX status_opened ON status (opened_at) WHERE opened_at IS NOT NULL;

    CREATE TABLE queue (key INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
    """,
    """
    ALTER TABLE status ADD COLUMN openings INTEGER NOT NULL DEFAULT 0;
    UPDATE status SET openings = 1 WHERE opened_at IS NOT NULL;
    CREATE INDEX status_openings ON status (openings) WHERE openings > 1;

    CREATE TABLE note (
        publication TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, noted_at TEXT NOT NULL,
        PRIMARY KEY (publication, id)
    ) WITHOUT ROWID;

    CREATE TABLE searched (number INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE);

    CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, text TEXT NOT NULL UNIQUE,
        position INTEGER NOT NULL, seen INTEGER NOT NULL, total INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE former (
        publication TEXT NOT NULL, id TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (publication, id)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE collection (
        id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, position INTEGER NOT NULL, created_at TEXT NOT NULL
    );

    CREATE TABLE collected (
        collection INTEGER NOT NULL, publication TEXT NOT NULL, id TEXT NOT NULL, added_at TEXT NOT NULL,
        PRIMARY KEY (collection, publication, id)
    ) WITHOUT ROWID;
    CREATE INDEX collected_by_article ON collected (publication, id);

    CREATE TABLE arrival (
        number INTEGER PRIMARY KEY AUTOINCREMENT, publication TEXT NOT NULL, serial INTEGER NOT NULL, at TEXT NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0, pictures INTEGER NOT NULL DEFAULT 0, UNIQUE (publication, serial)
    );
    ALTER TABLE article ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE article ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE former ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE former ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_by_arrival ON article (arrival, hidden, date, section, came);
    """,
    """
    CREATE TABLE tally (
        kind TEXT NOT NULL, publication TEXT NOT NULL, id TEXT NOT NULL, articles INTEGER NOT NULL, read INTEGER NOT NULL,
        PRIMARY KEY (kind, publication, id)
    ) WITHOUT ROWID;

    CREATE VIEW counted (kind, publication, id, article, article_id) AS
        SELECT '', publication, '', key, id FROM article WHERE hidden = 0
        UNION ALL SELECT 'section', publication, section, key, id FROM article WHERE hidden = 0
        UNION ALL SELECT 'series', publication, series, key, id FROM article WHERE hidden = 0
        UNION ALL SELECT 'lang', publication, language, key, id FROM article WHERE hidden = 0
        UNION ALL SELECT l.kind, a.publication, l.value, a.key, a.id FROM article a JOIN label l ON l.article = a.key
            WHERE a.hidden = 0 AND l.kind IN ('tag', 'topic', 'region', 'author');

    INSERT INTO tally SELECT c.kind, c.publication, c.id, count(*), count(s.read_at)
        FROM counted c LEFT JOIN status s ON s.publication = c.publication AND s.id = c.article_id GROUP BY 1, 2, 3;

    CREATE TRIGGER article_comes AFTER INSERT ON article WHEN new.hidden = 0 BEGIN
        INSERT INTO tally SELECT column1, new.publication, column2, 1,
                (SELECT count(read_at) FROM status WHERE publication = new.publication AND id = new.id)
            FROM (VALUES ('', ''), ('section', new.section), ('series', new.series), ('lang', new.language)) WHERE true
            ON CONFLICT DO UPDATE SET articles = articles + 1, read = read + excluded.read;
    END;

    CREATE TRIGGER article_goes AFTER DELETE ON article WHEN old.hidden = 0 BEGIN
        UPDATE tally SET articles = articles - 1, read = read -
                (SELECT count(read_at) FROM status s WHERE s.publication = old.publication AND s.id = old.id)
            WHERE publication = old.publication AND (kind, id) IN
                (VALUES ('', ''), ('section', old.section), ('series', old.series), ('lang', old.language));
    END;

    CREATE TRIGGER article_turns AFTER UPDATE OF hidden, section, series, language ON article
    WHEN (old.hidden, old.section, old.series, old.language) <> (new.hidden, new.section, new.series, new.language) BEGIN
        UPDATE tally SET articles = articles - 1, read = read -
                (SELECT count(read_at) FROM status s WHERE s.publication = old.publication AND s.id = old.id)
            WHERE old.hidden = 0 AND publication = old.publication AND (kind, id) IN
                (VALUES ('', ''), ('section', old.section), ('series', old.series), ('lang', old.language));
        INSERT INTO tally SELECT column1, new.publication, column2, 1,
                (SELECT count(read_at) FROM status WHERE publication = new.publication AND id = new.id)
            FROM (VALUES ('', ''), ('section', new.section), ('series', new.series), ('lang', new.language))
            WHERE new.hidden = 0
            ON CONFLICT DO UPDATE SET articles = articles + 1, read = read + excluded.read;
    END;

    CREATE TRIGGER label_comes AFTER INSERT ON label WHEN new.kind IN ('tag', 'topic', 'region', 'author') BEGIN
        INSERT INTO tally VALUES (new.kind, new.publication, new.value, 1, (SELECT count(s.read_at) FROM article a
                JOIN status s ON s.publication = a.publication AND s.id = a.id WHERE a.key = new.article))
            ON CONFLICT DO UPDATE SET articles = articles + 1, read = read + excluded.read;
    END;

    CREATE TRIGGER label_goes AFTER DELETE ON label WHEN old.kind IN ('tag', 'topic', 'region', 'author') BEGIN
        UPDATE tally SET articles = articles - 1, read = read - (SELECT count(s.read_at) FROM article a
                JOIN status s ON s.publication = a.publication AND s.id = a.id WHERE a.key = old.article)
            WHERE kind = old.kind AND publication = old.publication AND id = old.value;
    END;

    CREATE TRIGGER read_first AFTER INSERT ON status WHEN new.read_at IS NOT NULL BEGIN
        UPDATE tally SET read = read + 1 WHERE (kind, publication, id) IN (SELECT kind, publication, id FROM counted
            WHERE publication = new.publication AND article_id = new.id);
    END;

    CREATE TRIGGER read_or_not AFTER UPDATE OF read_at ON status WHEN (old.read_at IS NULL) <> (new.read_at IS NULL) BEGIN
        UPDATE tally SET read = read + iif(new.read_at IS NULL, -1, 1) WHERE (kind, publication, id) IN
            (SELECT kind, publication, id FROM counted WHERE publication = new.publication AND article_id = new.id);
    END;

    CREATE TRIGGER read_forgotten AFTER DELETE ON status WHEN old.read_at IS NOT NULL BEGIN
        UPDATE tally SET read = read - 1 WHERE (kind, publication, id) IN (SELECT kind, publication, id FROM counted
            WHERE publication = old.publication AND article_id = old.id);
    END;
    """,
    """
    DROP INDEX article_by_date;
    CREATE INDEX article_by_date ON article (hidden, date DESC);
    DROP INDEX article_by_language;
    CREATE INDEX article_by_language ON article (language, hidden, date DESC);
    """,
    """
    INSERT OR IGNORE INTO label
    WITH RECURSIVE above (publication, value, article) AS (
        SELECT publication, value, article FROM label WHERE kind = 'region'
        UNION
        SELECT t.publication, t.parent, a.article FROM above a
            JOIN thing t ON t.publication = a.publication AND t.kind = 'region' AND t.id = a.value AND t.hidden = 0
            JOIN thing p ON p.publication = t.publication AND p.kind = 'region' AND p.id = t.parent AND p.hidden = 0
    )
    SELECT 'region', publication, value, article, -1 FROM above;

    INSERT OR REPLACE INTO queue
        SELECT DISTINCT article, (SELECT coalesce(max(seq), 0) + 1 FROM queue) FROM label WHERE kind = 'region' AND position < 0;
    """,
    """
    CREATE TABLE used (
        number INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, publication TEXT NOT NULL DEFAULT '',
        UNIQUE (text, publication)
    );
    INSERT INTO used SELECT number, text, '' FROM searched;
    DROP TABLE searched;
    ALTER TABLE used RENAME TO searched;

    CREATE TABLE kept (
        id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, text TEXT NOT NULL, publication TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL, seen INTEGER NOT NULL, total INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
        UNIQUE (text, publication)
    );
    INSERT INTO kept SELECT id, title, text, '', position, seen, total, new FROM saved_search;
    INSERT INTO sqlite_sequence SELECT 'kept', 0 WHERE 'kept' NOT IN (SELECT name FROM sqlite_sequence);
    UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'saved_search'), 0))
        WHERE name = 'kept';
    DROP TABLE saved_search;
    ALTER TABLE kept RENAME TO saved_search;
    """,
    """
    CREATE TABLE removed (
        publication TEXT PRIMARY KEY, titles TEXT NOT NULL, fingerprint TEXT NOT NULL, trust TEXT NOT NULL,
        epoch INTEGER NOT NULL, serial INTEGER NOT NULL, sha256 TEXT NOT NULL, highest_seen INTEGER NOT NULL,
        waits INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE removed_root (
        publication TEXT NOT NULL, version INTEGER NOT NULL, document BLOB NOT NULL, PRIMARY KEY (publication, version)
    ) WITHOUT ROWID;
    """,
)
