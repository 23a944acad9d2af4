"""What the page on reviewing shows can be used as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimledger.config.scale_files import parse_scale
from claimledger.domain.lint import Rule
from claimledger.domain.scale_rules import check_scale
from claimledger.ledger import Ledger

Page = Callable[[str], str]


def test_the_scale_can_be_added(page: Page, ledger: Ledger) -> None:
    found = re.search(r"```toml\n(.*?)```", page("docs/reviewing.md"), re.DOTALL)
    assert found is not None
    read = parse_scale(found[1], name="desk.toml")

    check_scale(read.scale)
    assert ledger.define_scale(read.scale, read.mappings).id == "desk"
    assert [rating.label for rating in read.scale.ratings if rating.retired] == ["Silly"]


def test_every_rule_is_named(page: Page) -> None:
    text = page("docs/reviewing.md")

    assert [rule for rule in Rule if f"`{rule}`" not in text] == []
