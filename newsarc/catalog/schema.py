"""The tables of the catalog.

Everything in it follows from the sources and the configuration, but for the ledger, which says
what was written. A catalog of another version, or a damaged one, is not migrated but made anew:
that costs time, never correctness.

Articles and their terms sort by ``sort``: the date, a tab, the path. A tab sorts before every
character of a date, so what is known to the year only stands before the year's months, and undated
articles, whose date is empty, stand before all. The articles of a period are then one range:
``sort >= '2020-10' AND sort < '2020-10~'``, for ``~`` sorts after every character of a date.
"""

from __future__ import annotations

VERSION = 2

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What the scan found, as it was when it was read.
CREATE TABLE source (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,      -- nanoseconds
    seen INTEGER NOT NULL,          -- when it was read, nanoseconds; for the racy rule
    digest TEXT NOT NULL,           -- SHA-256, hexadecimal
    problems TEXT NOT NULL          -- JSON list of warnings
) WITHOUT ROWID;

CREATE TABLE image (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    digest TEXT NOT NULL,
    route TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX image_route ON image (route);

-- Published articles; drafts are sources only.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,             -- the path's last part, for links by file name
    sort TEXT NOT NULL UNIQUE,
    date TEXT,
    title TEXT NOT NULL,
    dek TEXT,
    byline TEXT,
    lang TEXT,
    address TEXT NOT NULL,          -- the route it asks for
    own_address TEXT NOT NULL,      -- the route it gets if others ask for that too
    route TEXT,                     -- the route it has
    record TEXT NOT NULL            -- JSON
);
CREATE INDEX article_name ON article (name);
CREATE INDEX article_address ON article (address);
CREATE INDEX article_route ON article (route);
CREATE INDEX article_anniversary ON article (substr(date, 6, 5), sort) WHERE length(date) >= 10;

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
    PRIMARY KEY (route, article)
) WITHOUT ROWID;
CREATE INDEX alias_article ON alias (article);

-- What the links and pictures of a body name beside it; who leads here is asked by target.
CREATE TABLE reference (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    target TEXT NOT NULL,
    PRIMARY KEY (article, target)
) WITHOUT ROWID;
CREATE INDEX reference_target ON reference (target);

-- Derived from the tables above by settling.
CREATE TABLE period (
    length INTEGER NOT NULL,        -- 4 a year, 7 a month, 10 a day
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
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL
) WITHOUT ROWID;

-- What the site is to hold after this build; empty between builds.
CREATE TABLE staged (
    route TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    reason TEXT NOT NULL            -- why it is written; empty where it is there already
) WITHOUT ROWID;
"""

SETTLE = """
UPDATE article SET route = CASE
    WHEN EXISTS (SELECT 1 FROM article AS other
        WHERE other.address = article.address AND other.id != article.id)
    THEN own_address ELSE address END;

DELETE FROM period;
INSERT INTO period
    SELECT 4, substr(date, 1, 4), count(*) FROM article WHERE date IS NOT NULL GROUP BY 2;
INSERT INTO period
    SELECT 7, substr(date, 1, 7), count(*) FROM article WHERE length(date) >= 7 GROUP BY 2;
INSERT INTO period
    SELECT 10, substr(date, 1, 10), count(*) FROM article WHERE length(date) >= 10 GROUP BY 2;

DELETE FROM term;
INSERT INTO term
    SELECT taxonomy, key, label, articles FROM (
        SELECT taxonomy, key, label,
            sum(uses) OVER (PARTITION BY taxonomy, key) AS articles,
            row_number() OVER (PARTITION BY taxonomy, key ORDER BY uses DESC, label) AS place
        FROM (SELECT taxonomy, key, label, count(*) AS uses FROM article_term GROUP BY 1, 2, 3)
    ) WHERE place = 1;

DELETE FROM term_year;
INSERT INTO term_year
    SELECT taxonomy, key, CASE substr(sort, 1, 1) WHEN char(9) THEN '' ELSE substr(sort, 1, 4) END,
        count(*) FROM article_term GROUP BY 1, 2, 3;
"""
