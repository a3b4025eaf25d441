"""Are the models that come with the package those that were made?"""

import hashlib
import json
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
_FOLDERS: Final = ("static_model", "small_model")  # each with a card.json that holds its files' checksums


def verify_bundled_models() -> str:
    """Return what is wrong with the bundled models' files, "" when every checksum is the one of its card."""
    for folder in _FOLDERS:
        try:
            stored = json.loads((_HERE / folder / "card.json").read_text(encoding="utf-8"))["sha256"]
            named = stored if isinstance(stored, dict) else {"vectors.npz": stored}
            for name, checksum in named.items():
                if hashlib.sha256((_HERE / folder / name).read_bytes()).hexdigest() != checksum:
                    return f"{folder}/{name} has another checksum than its card says"
        except (OSError, ValueError, KeyError) as exc:
            return f"{folder} cannot be read: {exc}"
    return ""
