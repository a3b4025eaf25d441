"""Is the model that comes with the package the one that was made?"""

import hashlib
import json
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "static_model"


def verify_bundled_model() -> str:
    """Return what is wrong with the bundled model's file, "" when its checksum is the one of its card."""
    try:
        card = json.loads((_FOLDER / "card.json").read_text(encoding="utf-8"))
        found = hashlib.sha256((_FOLDER / "vectors.npz").read_bytes()).hexdigest()
    except OSError as exc:
        return f"cannot be read: {exc.strerror}"
    return "" if found == card["sha256"] else "its checksum is not the one of its card"
