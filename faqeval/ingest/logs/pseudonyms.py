"""The key of the hash behind which customers and sessions stand."""

import secrets

from ...config import IngestSettings

_KEY_BYTES = 32


def new_key(settings: IngestSettings) -> bytes:
    """Return the key of the settings, or a random one that nobody knows after the run."""
    written = settings.pseudonym_key.get_secret_value()
    return written.encode() if written else secrets.token_bytes(_KEY_BYTES)
