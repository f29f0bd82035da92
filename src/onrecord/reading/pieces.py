"""Word pieces of words."""

from __future__ import annotations

from pathlib import Path

MOST_PIECES = 8
"""Pieces of a word that are looked at: the reader uses a word's first piece, the others are context."""
_REMEMBERED = 200_000


class Pieces:
    """Word -> ids of its word pieces, remembered for words seen before (bounded)."""

    cls = 101
    sep = 102
    unknown = 100

    def __init__(self, tokenizer: Path) -> None:
        """Raises ``OSError`` or ``ValueError`` where ``tokenizer`` (a tokenizer.json) cannot be read."""
        from tokenizers import Tokenizer

        if not tokenizer.is_file():
            raise FileNotFoundError(f"no tokenizer file: {tokenizer}")
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """One to ``MOST_PIECES`` ids."""
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        text = word[:64].encode("utf-8", "replace").decode()
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(ids) or (self.unknown,)
