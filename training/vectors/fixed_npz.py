"""An npz file whose bytes depend on its content only, not on the time of day."""

import io
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip file can hold


def write_npz(path: Path, arrays: dict[str, NDArray[np.generic]]) -> None:
    """Write the arrays compressed, in the order given."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            part = io.BytesIO()
            np.save(part, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=_LONG_AGO)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, part.getvalue(), compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)
