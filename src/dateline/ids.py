"""Content ids: the same content has the same id on any machine."""

import hashlib


def content_id(*parts: str | None) -> str:
    """Sixteen hex digits of SHA-256 over the parts; None and the empty string differ, and joined lists do not collide."""
    digest = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"-;" if part is None else b"%d;" % len(data))
        digest.update(data)
    return digest.hexdigest()[:16]
