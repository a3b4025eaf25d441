"""Settings: one frozen tree. Order of say: flag, environment (FAQEVAL_…), faqeval.toml, default.

Every threshold stands here with its unit; the reason for each default is in docs/method.md.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .errors import ConfigError

SUPPORTED_LANGUAGES = ("da", "de", "en", "nb", "nl", "sv")


class _Part(BaseModel):
    """A part of the tree: frozen, unknown keys forbidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class IngestSettings(_Part):
    """How files are read."""

    columns: Mapping[str, str] = Field(default_factory=dict)  # our column name -> the file's column name
    articles_format: str = ""  # a CMS preset; "" = by file name and content
    languages: tuple[str, ...] = ()  # declared languages; () = find out among the supported ones
    max_text_characters: int = Field(20_000, ge=100)  # a longer query is cut
    max_body_characters: int = Field(200_000, ge=1_000)  # a longer body is refused
    max_reject_share: float = Field(0.5, ge=0, le=1)  # above it the run stops
    mask_personal_data: bool = True


class MatchSettings(_Part):
    """Who should answer?"""

    model: str = "static"  # static, e5, or a sentence-transformers name or path
    depth: int = Field(10, ge=1, le=100)  # articles kept per query
    answer_threshold: float = Field(0.5, ge=0, le=1)  # answer probability from which an article counts as the answer


class SearchSettings(_Part):
    """What would the customer have seen?"""

    depth: int = Field(10, ge=1, le=100)  # results a customer looks at
    k1: float = Field(1.2, ge=0)
    b: float = Field(0.75, ge=0, le=1)


class ScoreSettings(_Part):
    """How good is it?"""

    found_depth: int = Field(3, ge=1)  # places in which an answer counts as found
    min_queries: int = Field(3, ge=1)  # unique queries below which an article's findability is "not enough data"
    min_words: int = Field(100, ge=1)  # words below which a text gets no band
    bootstrap_rounds: int = Field(1_000, ge=100)


class GapSettings(_Part):
    """What is worth a line of the work list?"""

    min_need_queries: int = Field(3, ge=1)  # unique queries below which a need is not reported as missing
    max_examples: int = Field(5, ge=1)


class ReportSettings(_Part):
    """How results are shown."""

    title: str = ""
    csv_bom: bool = False  # UTF-8 byte order mark for Excel


class Settings(_Part):
    """All settings of one run."""

    seed: int = 20260101
    ingest: IngestSettings = Field(default_factory=IngestSettings)
    match: MatchSettings = Field(default_factory=MatchSettings)
    search: SearchSettings = Field(default_factory=SearchSettings)
    score: ScoreSettings = Field(default_factory=ScoreSettings)
    gaps: GapSettings = Field(default_factory=GapSettings)
    report: ReportSettings = Field(default_factory=ReportSettings)


def load_settings(
    config: Path | None = None,
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Build the settings of one run from flags, environment and a toml file, in this order of say.

    Parameters
    ----------
    config : path of a toml file; None reads ``faqeval.toml`` of the working folder when it is there.
    flags : dotted setting name to value, e.g. ``{"match.model": "e5"}``; None values are passed over.
    environ : names like ``FAQEVAL_MATCH__MODEL``; None reads the process environment.

    Raises
    ------
    ConfigError
        If the file is missing or is no toml, or a name or value is not allowed.
    """
    tree = _read_toml(config)
    for name, value in sorted((os.environ if environ is None else environ).items()):
        if name.startswith("FAQEVAL_"):
            _put(tree, name.removeprefix("FAQEVAL_").lower().split("__"), value)
    for dotted, value in (flags or {}).items():
        if value is not None:
            _put(tree, dotted.split("."), value)
    try:
        return Settings.model_validate(tree)
    except ValidationError as exc:
        raise ConfigError(_first_problem(exc)) from exc


def _read_toml(config: Path | None) -> dict[str, Any]:
    path = config or Path("faqeval.toml")
    if config is None and not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise ConfigError(f"the settings file must be readable. Got {path}: {exc.strerror}. Check --config.") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise ConfigError(f"the settings file must be TOML in UTF-8. Got {path}: {exc}. Mend that line.") from exc


def _put(tree: dict[str, Any], keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        branch = tree.setdefault(key, {})
        if not isinstance(branch, dict):
            raise ConfigError(f"'{'.'.join(keys)}' must be a setting. Got a value where '{key}' is a group.")
        tree = branch
    tree[keys[-1]] = value


def _first_problem(exc: ValidationError) -> str:
    problem = exc.errors()[0]
    name = ".".join(str(part) for part in problem["loc"]) or "settings"
    if problem["type"] == "extra_forbidden":
        return f"'{name}' must be a known setting, but there is none of that name. See docs/settings.md for the list."
    return f"setting '{name}' is not allowed: {problem['msg']}. Got {problem['input']!r}."
