"""The tables of the catalog.

Everything in it follows from the sources and the configuration, but for the ledger, which says
what was written, and what is stale of it. A catalog of another version, or a damaged one, is not
migrated but made anew: that costs time, never correctness.

Articles and their terms sort by ``sort``: the date, a tab, the path. A tab sorts before every
character of a date, so what is known to the year only stands before the year's months, and undated
articles, whose date is empty, stand before all. The articles of a period are then one range:
``sort >= '2020-10' AND sort < '2020-10~'``, for ``~`` sorts after every character of a date.
"""

from __future__ import annotations

VERSION = 13

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What the scan found, as it was when it was read.
CREATE TABLE source (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,      -- nanoseconds
    seen INTEGER NOT NULL,          -- when it was read, nanoseconds; for the racy rule
    digest TEXT NOT NULL,           -- SHA-256, hexadecimal
    problems TEXT NOT NULL,         -- JSON list of warnings
    folder TEXT AS (rtrim(path, replace(path, '/', '')))
) WITHOUT ROWID;
CREATE INDEX source_problems ON source (path) WHERE problems != '[]';
CREATE INDEX source_folder ON source (folder);

CREATE TABLE image (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    digest TEXT NOT NULL,
    route TEXT NOT NULL,
    width INTEGER,                  -- pixels, as it is shown; not known of every picture
    height INTEGER,
    folder TEXT AS (rtrim(path, replace(path, '/', '')))
) WITHOUT ROWID;
CREATE INDEX image_route ON image (route);
CREATE INDEX image_folder ON image (folder);

-- The folders of sources and pictures: a folder with the same listing holds what it held.
CREATE TABLE folder (
    path TEXT PRIMARY KEY,          -- empty, or ends in a slash
    listing BLOB NOT NULL,          -- empty where files were too fresh, or could not be read
    files INTEGER NOT NULL
) WITHOUT ROWID;

-- Published articles; drafts are sources only.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,             -- the path's last part, for links by file name
    sort TEXT NOT NULL UNIQUE,
    date TEXT,
    updated TEXT,
    title TEXT NOT NULL,
    dek TEXT,
    byline TEXT,
    lang TEXT,
    withdrawn INTEGER NOT NULL,
    own_id TEXT,                    -- of its field ``id``
    address TEXT NOT NULL,          -- the route it asks for
    own_address TEXT NOT NULL,      -- the route it gets if others ask for that too
    route TEXT NOT NULL             -- the route it has
);
CREATE INDEX article_name ON article (name);
CREATE INDEX article_address ON article (address);
CREATE INDEX article_route ON article (route);
CREATE INDEX article_sharing ON article (address, path) WHERE route = own_address;
CREATE INDEX article_own_id ON article (own_id, path) WHERE own_id IS NOT NULL;
CREATE INDEX article_anniversary ON article (substr(date, 6, 5), sort) WHERE length(date) >= 10;

-- What is read for an article's own page and feeds alone. In the rows above, of which it is four
-- fifths, it would be fetched from the disk for every listing.
CREATE TABLE record (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    json TEXT NOT NULL
);

CREATE TABLE article_term (
    taxonomy TEXT NOT NULL,
    key TEXT NOT NULL,
    sort TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    PRIMARY KEY (taxonomy, key, sort)
) WITHOUT ROWID;
CREATE INDEX article_term_article ON article_term (article);

CREATE TABLE alias (
    route TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    place TEXT NOT NULL,            -- the route as disks see it that know no case
    PRIMARY KEY (route, article)
) WITHOUT ROWID;
CREATE INDEX alias_article ON alias (article);
CREATE INDEX alias_place ON alias (place);

-- What the links of a body and the picture's field name; who leads to a file is asked by its name.
CREATE TABLE reference (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    target TEXT NOT NULL,
    name TEXT NOT NULL,             -- see reference_names.py
    in_body INTEGER NOT NULL,
    PRIMARY KEY (article, target)
) WITHOUT ROWID;
CREATE INDEX reference_name ON reference (name);

-- Derived from the tables above by settling.
CREATE TABLE period (
    length INTEGER NOT NULL,        -- 4 a year, 7 a month, 10 a day, 0 the articles without a date
    period TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (length, period)
) WITHOUT ROWID;

CREATE TABLE term (
    taxonomy TEXT NOT NULL,
    key TEXT NOT NULL,
    label TEXT NOT NULL,            -- the form most used
    articles INTEGER NOT NULL,
    PRIMARY KEY (taxonomy, key)
) WITHOUT ROWID;
CREATE INDEX term_articles ON term (taxonomy, articles DESC, key);

CREATE TABLE term_year (
    taxonomy TEXT NOT NULL,
    key TEXT NOT NULL,
    year TEXT NOT NULL,             -- empty for articles without a date
    articles INTEGER NOT NULL,
    PRIMARY KEY (taxonomy, key, year)
) WITHOUT ROWID;
CREATE INDEX term_year_articles ON term_year (year, taxonomy, articles DESC, key);

-- What was written to the site, and how it looked on the disk then.
CREATE TABLE ledger (
    route TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,          -- -1 for a file that may be there, -2 for one that may not
    modified INTEGER NOT NULL,
    key TEXT NOT NULL,              -- the page's key, from which it can be planned again
    view BLOB NOT NULL,             -- digest of all that its bytes follow from
    folder TEXT AS (rtrim(route, replace(route, '/', '')))
) WITHOUT ROWID;
CREATE INDEX ledger_folder ON ledger (folder);
CREATE INDEX ledger_key ON ledger (key);
CREATE INDEX ledger_announced ON ledger (route) WHERE size < 0;

-- When the folders of the site were changed last, as it was after a build, in nanoseconds; 0 where
-- that was too short ago to tell what came later from what the build did.
CREATE TABLE site_folder (
    path TEXT PRIMARY KEY,          -- empty, or ends in a slash
    modified INTEGER NOT NULL
) WITHOUT ROWID;

-- What this build found the site to hold; empty between builds.
CREATE TABLE staged (
    route TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    reason TEXT NOT NULL,           -- why it is written; empty where it is there already
    key TEXT NOT NULL,
    view BLOB NOT NULL
) WITHOUT ROWID;

-- Keys of pages that may no longer be what the catalog says, and why; empty between builds. They
-- are entered together with the change that made them stale, and outlive a build that is killed.
CREATE TABLE stale (
    key TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) WITHOUT ROWID;
"""
