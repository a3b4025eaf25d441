"""Which weights are these? Fitted weights are kept beside the answer."""

import hashlib
from typing import Any


def checksum_of(model: Any, *more: object) -> str:
    """Return the SHA-256 of a torch module's weights, of how its parts are put together, and of ``more``."""
    digest = hashlib.sha256(f"{model!r}{more}".encode())
    for name, values in model.state_dict().items():
        digest.update(name.encode())
        digest.update(values.detach().cpu().contiguous().view(-1).float().numpy().tobytes())
    return digest.hexdigest()
