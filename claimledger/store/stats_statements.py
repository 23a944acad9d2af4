"""Statements that count: what statistics are made of.

Every one takes the parameters ``:articles`` (a JSON array of numbers, or NULL for all),
``:since`` and ``:until`` (days), ``:reviewer`` (NULL for everybody) and ``:always`` (whether no
day is left out). Verdicts and evidence are those that the person who reads may see.
"""

# ruff: noqa: S608 - every statement is put together from what is in this file alone

from __future__ import annotations

from typing import Final

_IN_ARTICLES: Final = "(:articles IS NULL OR c.article IN (SELECT value FROM json_each(:articles)))"
_CURRENT: Final = (
    f"{_IN_ARTICLES} AND c.status <> 'retracted' "
    "AND c.version = (SELECT a.version FROM articles a WHERE a.number = c.article)"
)
_IN_TIME: Final = "substr({time}, 1, 10) BETWEEN :since AND :until"
_BY: Final = "(:reviewer IS NULL OR {by} = :reviewer)"

_KIND: Final = "CASE WHEN json_valid(e.body) THEN json_extract(e.body, '$.kind') END"
"""Of an event that another program has spoiled, there is none."""

_OWN_TIMES: Final = f"""
  SELECT c.key, json_extract(e.body, '$.time') AS time, json_extract(e.body, '$.author') AS author
  FROM claims c JOIN events e ON e.subject = c.id
  WHERE {_KIND} = 'claim_added'
  UNION ALL
  SELECT c.key, json_extract(e.body, '$.time'), json_extract(e.body, '$.author')
  FROM claims c JOIN claims w ON w.key = c.part_of JOIN events e ON e.subject = w.id
  WHERE c.part_of IS NOT NULL AND {_KIND} = 'claim_divided'
  UNION ALL
  SELECT c.key, json_extract(e.body, '$.time'), json_extract(e.body, '$.author')
  FROM articles a JOIN events e ON e.subject = a.id
  JOIN json_each(e.body, '$.data.added') added
  JOIN claims c ON c.id = json_extract(added.value, '$.id')
  WHERE a.version > 1 AND {_KIND} = 'article_revised'
"""
"""When claims were added that did not come with the first version of their article.

The log alone tells: a claim's version moves on with its article.
"""

ADDED: Final = f"""
WITH own AS MATERIALIZED (
  SELECT key, min(time) AS time, author FROM ({_OWN_TIMES}) GROUP BY key
)
SELECT substr(coalesce(own.time, a.added_at), 1, 10), coalesce(own.author, a.added_by),
  c.status = 'open' AND c.checkable AND c.version = a.version, count(*),
  max(c.checkworthiness), c.key
FROM claims c JOIN articles a ON a.number = c.article LEFT JOIN own ON own.key = c.key
WHERE {_IN_ARTICLES} GROUP BY 1, 2, 3
"""
ACTS: Final = f"""
WITH acts AS (
  SELECT 'verdicts' AS act, v.time FROM seen_verdicts v JOIN claims c ON c.key = v.claim
  WHERE {_IN_ARTICLES} AND {_BY.format(by="v.reviewer")}
  UNION ALL
  SELECT d.kind, d.time FROM decisions d JOIN claims c ON c.key = d.claim
  WHERE {_IN_ARTICLES} AND {_BY.format(by="d.by")} AND d.kind IN ('settled', 'published')
)
SELECT substr(time, 1, 10), act, count(*) FROM acts
WHERE {_IN_TIME.format(time="time")} GROUP BY 1, 2
"""

STANDING: Final = f"""
SELECT count(*),
  count(*) FILTER (WHERE c.status = 'open' AND c.checkable),
  count(*) FILTER (WHERE c.status = 'open' AND NOT c.checkable),
  count(*) FILTER (WHERE c.status = 'checked'),
  count(*) FILTER (WHERE c.status = 'disputed'),
  count(*) FILTER (WHERE c.status = 'settled'),
  count(*) FILTER (WHERE c.published),
  count(*) FILTER (WHERE c.challenged),
  count(*) FILTER (WHERE c.spoken AND NOT c.opened
                   AND (SELECT value FROM policy WHERE name = 'blind') IS '1')
FROM claims c WHERE {_CURRENT}
"""

DISPUTED: Final = f"""
WITH waits AS (
  SELECT c.key, max(v.time) AS since FROM claims c
  JOIN seen_verdicts v ON v.claim = c.key AND v.standing
  WHERE {_CURRENT} AND c.status = 'disputed' GROUP BY c.key
)
SELECT substr(since, 1, 10), count(*), min(since), key FROM waits GROUP BY 1
"""

REVIEWERS: Final = f"""
WITH acts AS (
  SELECT v.reviewer, 1 AS verdict, v.claim, 0 AS evidence, 0 AS settled
  FROM seen_verdicts v JOIN claims c ON c.key = v.claim
  WHERE {_IN_ARTICLES} AND {_IN_TIME.format(time="v.time")}
  UNION ALL
  SELECT e.attached_by, 0, NULL, 1, 0 FROM seen_evidence e JOIN claims c ON c.key = e.claim
  WHERE {_IN_ARTICLES} AND {_IN_TIME.format(time="e.attached_at")}
  UNION ALL
  SELECT d.by, 0, NULL, 0, 1 FROM decisions d JOIN claims c ON c.key = d.claim
  WHERE {_IN_ARTICLES} AND {_IN_TIME.format(time="d.time")} AND d.kind = 'settled'
)
SELECT reviewer, sum(verdict), count(DISTINCT claim), sum(evidence), sum(settled) FROM acts
WHERE {_BY.format(by="reviewer")} GROUP BY reviewer ORDER BY 2 DESC, 4 DESC, 1
"""

_RATED: Final = f"""
{_CURRENT} AND c.rating IS NOT NULL AND (
  (:reviewer IS NULL AND :always)
  OR EXISTS (SELECT 1 FROM seen_verdicts v WHERE v.claim = c.key AND v.standing
             AND {_BY.format(by="v.reviewer")} AND {_IN_TIME.format(time="v.time")})
  OR EXISTS (SELECT 1 FROM decisions d WHERE d.claim = c.key AND d.rating IS NOT NULL
             AND {_BY.format(by="d.by")} AND {_IN_TIME.format(time="d.time")}))
"""

SPEAKERS: Final = f"""
SELECT c.speaker, c.rating_scale, c.rating_version, c.rating, count(*)
FROM claims c WHERE {_RATED} GROUP BY 1, 2, 3, 4
"""

HOSTS: Final = f"""
SELECT host_of(coalesce(address, '')), count(DISTINCT claim), sum(stance = 'supports'),
  sum(stance = 'refutes'), sum(stance = 'context')
FROM (
  SELECT coalesce(e.copy_of, e.url) AS address, e.claim, e.stance
  FROM seen_evidence e JOIN claims c ON c.key = e.claim
  WHERE {_IN_ARTICLES} AND e.withdrawn_because IS NULL
    AND (c.status <> 'retracted' OR c.merged_into IS NOT NULL)
    AND {_BY.format(by="e.attached_by")} AND {_IN_TIME.format(time="e.attached_at")}
)
GROUP BY 1
"""

GROUNDS: Final = f"""
WITH RECURSIVE under (root, claim) AS (
  SELECT c.key, c.key FROM claims c WHERE {_RATED}
    AND (c.opened OR (SELECT value FROM policy WHERE name = 'blind') IS NOT '1')
  UNION
  SELECT u.root, c.key FROM under u JOIN claims c ON c.merged_into = u.claim
),
sources (claim, address, content) AS (
  SELECT claim, CASE WHEN instr(address, '#') THEN substr(address, 1, instr(address, '#') - 1)
                ELSE address END, raw
  FROM (SELECT claim, coalesce(copy_of, url, source) AS address,
               json_extract(capture, '$.raw') AS raw
        FROM seen_evidence WHERE withdrawn_because IS NULL)
)
SELECT c.article || '.' || c.number,
  min(count(DISTINCT s.address), count(DISTINCT coalesce(s.content, s.address))) AS number,
  EXISTS (SELECT 1 FROM tags t WHERE t.claim = c.key AND t.tag = :sole)
FROM under u JOIN claims c ON c.key = u.root LEFT JOIN sources s ON s.claim = u.claim
GROUP BY u.root ORDER BY c.article, c.number
"""
