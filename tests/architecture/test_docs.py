"""What exists is documented, and what is documented exists."""

from pathlib import Path

import pytest

from docs import generate
from faqeval import errors
from faqeval.config import Settings

ROOT = Path(__file__).resolve().parent.parent.parent


def method_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "method").glob("*.md")))


@pytest.mark.parametrize("page", ["cli.md", "settings.md", "errors.md", "kinds.md"])
def test_generated_pages_are_up_to_date(page: str):
    path = ROOT / "docs" / page
    assert path.read_text(encoding="utf-8") == PAGES()[path], "run make docs"


def test_readme_shows_the_real_output_of_the_demo():
    path = ROOT / "README.md"
    assert path.read_text(encoding="utf-8") == PAGES()[path], "run make docs"


def test_every_setting_has_a_reason_in_the_method():
    text = method_text()
    parts = [part for part, field in Settings.model_fields.items() if hasattr(field.annotation, "model_fields")]
    names = [f"{part}.{name}" for part in parts for name in type(getattr(Settings(), part)).model_fields]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_error_code_is_documented_and_unique():
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    codes = [one.code for one in classes]
    assert len(set(codes)) == len(codes)
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert [code for code in codes if f"`{code}`" not in page] == []


_pages: dict[Path, str] = {}


def PAGES() -> dict[Path, str]:  # noqa: N802
    """Generate all pages once."""
    if not _pages:
        _pages.update(generate.pages())
    return _pages
