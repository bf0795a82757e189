"""Secrets at rest: sealed with the key in the settings, so that the database alone tells none."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.conversation.installations import Unreadable


class Secrets:
    """`key` is any long secret text; the key that is used is derived from it."""

    def __init__(self, key: str) -> None:
        derived = HKDF(SHA256(), length=32, salt=None, info=b"secrets at rest").derive(key.encode())
        self.fernet = Fernet(urlsafe_b64encode(derived))

    def seal(self, secret: str) -> str:
        return self.fernet.encrypt(secret.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """Raises Unreadable."""
        try:
            return self.fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise Unreadable from None

    def proof(self, words: str, at: datetime) -> str:
        return self.fernet.encrypt_at_time(words.encode(), int(at.timestamp())).decode()

    def proved(self, proof: str, at: datetime, seconds: int) -> bool:
        try:
            self.fernet.decrypt_at_time(proof.encode(), seconds, int(at.timestamp()))
        except InvalidToken:
            return False
        return True
