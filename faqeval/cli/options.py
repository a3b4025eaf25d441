"""Options that several commands share, and settings made from them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ..config import Settings

Articles = Annotated[
    str, typer.Argument(help="The FAQ: CSV, JSON, JSONL, XLSX, Parquet, HTML or a CMS export; - reads standard input.")
]
Queries = Annotated[
    str, typer.Argument(help="What customers wrote: a file with a column 'text'; - reads standard input.")
]
ArticlesFormat = Annotated[
    str, typer.Option("--articles-format", help="Zendesk, Intercom and so on, when it is not found out by itself.")
]
Language = Annotated[
    list[str] | None, typer.Option("--language", help="A language of the FAQ (en sv nb da nl de); may be given again.")
]
Model = Annotated[str | None, typer.Option("--model", help="Matching model, see: faqeval models.")]
Reader = Annotated[
    str | None,
    typer.Option(
        "--reader", help="A sentence-transformers cross-encoder, by name or path: it reads the least sure again."
    ),
]
Config = Annotated[
    Path | None, typer.Option("--config", help="Settings file; faqeval.toml of this folder when it is there.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]


def settings_from(
    config: Path | None,
    language: list[str] | None = None,
    model: str | None = None,
    reader: str | None = None,
    **flags: Any,
) -> "Settings":
    """Build the settings from the flags given; a flag left out leaves the file, the environment or the default."""
    from ..config import load_settings

    named = {"ingest.languages": tuple(language) if language else None, "match.model": model, "match.reader": reader}
    return load_settings(config, {**named, **{name.replace("__", "."): value for name, value in flags.items()}})
