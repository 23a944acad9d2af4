"""Articles: the texts whose claims are checked."""

from __future__ import annotations

import hashlib
from typing import NewType

ArticleId = NewType("ArticleId", str)


def article_id(text: str) -> ArticleId:
    """Derive an article's id from its text: SHA-256 of its UTF-8 bytes, in hex.

    A lone surrogate, which UTF-8 cannot hold, counts as a question mark.
    """
    return ArticleId(hashlib.sha256(text.encode(errors="replace")).hexdigest())
