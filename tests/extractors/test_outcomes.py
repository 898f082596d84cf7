"""Every outcome is frozen, wrong ones too: whoever changes a rule sees what it changes elsewhere."""

from difflib import unified_diff

import pytest
from spacy.language import Language

from tests.extractors.outcomes import FILE, outcomes

pytestmark = pytest.mark.slow


def test_outcomes(nlp: Language) -> None:
    before, after = FILE.read_text(encoding="utf8").splitlines(), outcomes(nlp).splitlines()
    changed = list(unified_diff(before, after, "frozen", "now", n=1, lineterm=""))
    shown = "\n".join(changed[:80])
    assert not changed, (
        f"{len(changed)} lines; if they are right, run python -m tests.extractors.outcomes and commit its diff\n{shown}"
    )
