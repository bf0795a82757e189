"""The mark of the sentences that the weights of wishes are learnt from."""

from __future__ import annotations

from hashlib import blake2s
from pathlib import Path

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT / "tools" / "wishes"
DATA = ROOT / "bot" / "language" / "understand" / "data"
WEIGHTS, CONCEPTS = DATA / "wish_weights.json", DATA / "concepts.json"


def mark() -> str:
    """Another one wherever the weights have to be learnt anew."""
    digest = blake2s(digest_size=8)
    for file in (*sorted(SENTENCES.iterdir()), CONCEPTS):
        digest.update(file.name.encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
