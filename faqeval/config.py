"""Settings: one frozen tree. Order of say: flag, environment (FAQEVAL_…), faqeval.toml, default.

Every threshold stands here with its unit; the reason for each default is in docs/method.md.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator

from .errors import ConfigError

_SECRET = frozenset({"pseudonym_key", "exclude_customers"})  # what stands there is in no message


class _Part(BaseModel):
    """A part of the tree: frozen, unknown keys forbidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class IngestSettings(_Part):
    """How files are read."""

    columns: Mapping[str, str] = Field({}, description="our column name -> the file's column name")
    articles_format: str = Field("", description="a CMS preset; '' = by file name and content")
    languages: tuple[str, ...] = Field((), description="declared languages; () = find out among the supported ones")
    max_text_characters: int = Field(20_000, ge=100, description="a longer query is cut")
    max_body_characters: int = Field(200_000, ge=1_000, description="a longer body is refused")
    max_reject_share: float = Field(0.5, ge=0, le=1, description="above it the run stops")
    mask_personal_data: bool = Field(True, description="replace personal data by tags before anything else happens")
    time_zone: str = Field("UTC", description="zone of times in visits and contacts that name no offset")
    visits_time_zone: str = Field("", description="the same for visits only; '' = time_zone")
    contacts_time_zone: str = Field("", description="the same for contacts only; '' = time_zone")
    pseudonym_key: SecretStr = Field(
        SecretStr(""), exclude=True, description="key of the hash of customer and session ids; '' = a new one each run"
    )
    exclude_customers: tuple[str, ...] = Field(
        (), exclude=True, description="customer ids of staff, tests and robots, whose visits and contacts are left out"
    )
    max_events_per_day: int = Field(
        1_000, ge=1, description="events a day from which a session or customer is no single person and is left out"
    )
    max_contacts_per_day: int = Field(
        20, ge=1, description="contacts a day from which a customer id is no single person and is taken as unknown"
    )


class MatchSettings(_Part):
    """Who should answer?"""

    model: str = Field("small", description="small, quick, or a sentence-transformers name or path")
    reader: str | None = Field(
        None, description="a sentence-transformers cross-encoder that reads the least sure again, by name or path"
    )
    slow_budget: int | None = Field(
        None,
        ge=0,
        description="different queries that the model reads, the least sure first; None: as many as fit in 60 s here",
    )
    depth: int = Field(10, ge=1, le=100, description="articles kept per query")
    answer_threshold: float = Field(
        0.4, ge=0, le=1, description="answer probability from which an article counts as the answer"
    )
    cross_language: Literal["auto", "always", "never"] = Field(
        "auto",
        description="may an article in another language answer a query? auto: when none is in the query's language",
    )


class SearchSettings(_Part):
    """What would the customer have seen?"""

    depth: int = Field(10, ge=1, le=100, description="results a customer looks at")
    k1: float = Field(1.2, ge=0, description="BM25: how soon repeats of a word stop counting")
    b: float = Field(0.75, ge=0, le=1, description="BM25: how much longer articles are marked down")


class ScoreSettings(_Part):
    """How good is it?"""

    found_depth: int = Field(3, ge=1, description="places in which an answer counts as found")
    min_queries: int = Field(
        3, ge=1, description="unique queries below which an article's findability is 'not enough data'"
    )
    min_words: int = Field(100, ge=1, description="words below which a text gets no band")
    bootstrap_rounds: int = Field(1_000, ge=100, description="draws behind each interval")


class GapSettings(_Part):
    """What is worth a line of the work list?"""

    need_distance: float = Field(
        0.7, ge=0, le=2, description="mean cosine distance up to which unanswered queries are one need"
    )
    min_need_queries: int = Field(3, ge=1, description="unique queries below which a need or gap is not reported")
    min_need_customers: int = Field(
        8, ge=1, description="customers who searched and made contact below which contacts do not say what was meant"
    )
    not_found_share: float = Field(
        0.4, ge=0, le=1, description="share of an article's askings that miss it, which makes a gap"
    )
    hard_score: float = Field(0.4, ge=0, le=1, description="understandability below which a found article is a gap")
    contact_share: float = Field(
        0.25, ge=0, le=1, description="share of sentences sending to customer service that makes a gap"
    )
    duplicate_likeness: float = Field(0.65, ge=0, le=1, description="likeness of two articles from which they compete")
    duplicate_stake: float = Field(
        0.2, ge=0, le=1, description="share of the demand put at stake by competing articles"
    )
    unneeded_surety: float = Field(
        0.9, ge=0, le=1, description="how sure nobody asks before an article is called unneeded"
    )
    unneeded_probability: float = Field(
        0.3, ge=0, le=1, description="answer probability of any query that keeps it from being so"
    )
    max_words: int = Field(5, ge=1, description="words named in an advice")
    max_examples: int = Field(5, ge=1, description="queries shown as examples of a gap")


class JourneySettings(_Part):
    """What did customers do before they made contact?"""

    engine: Literal["duckdb", "spark"] = Field("duckdb", description="what visits and contacts are computed on")
    memory_gb: float = Field(3.0, gt=0, description="memory of DuckDB; what needs more is laid on disk meanwhile")
    contact_window_minutes: float = Field(
        30.0, gt=0, description="a contact this long after a visit or a reading still belongs to it"
    )
    repeat_days: float = Field(7.0, gt=0, description="a contact about the same need within it is a repeat")
    next_issue_days: float = Field(14.0, gt=0, description="another need within it is the next issue")
    reason_threshold: float = Field(
        0.3, ge=0, le=1, description="answer probability from which a contact's reason is about an article"
    )
    min_contacts: int = Field(10, ge=1, description="contacts below which a figure is 'not enough data'")
    min_views: int = Field(20, ge=1, description="readings below which an article's contacts are 'not enough data'")
    raised_lift: float = Field(
        1.5,
        ge=1,
        description="contacts after reading, as a multiple of the usual, from which an article may not resolve",
    )
    next_issue_lift: float = Field(1.2, ge=1, description="lift over chance from which a need follows another")
    min_next_customers: int = Field(8, ge=1, description="customers below which a need is no next issue")
    error_rate: float = Field(
        0.05, gt=0, lt=1, description="chance of one false alarm among all articles, or all pairs of needs, together"
    )
    in_vain_share: float = Field(
        0.6,
        gt=0,
        le=1,
        description="share of a need's logged-in contacts that searched and never saw its article: it is not found",
    )
    searches_found_share: float = Field(
        0.4,
        gt=0,
        le=1,
        description="share of visits that search for a need and open its article, from which it is found",
    )
    actual_effort_weight: float = Field(1 / 3, ge=0, le=1, description="of what was done, in the effort index")
    perceived_effort_weight: float = Field(2 / 3, ge=0, le=1, description="of how it felt, in the effort index")

    @property
    def contact_window_s(self) -> int:
        """The window in whole seconds."""
        return round(self.contact_window_minutes * 60)

    @model_validator(mode="after")
    def _weigh_something(self) -> Self:
        if self.actual_effort_weight == self.perceived_effort_weight == 0:
            raise ValueError("actual_effort_weight or perceived_effort_weight must be above 0. Got 0 for both")
        return self


class SavingsSettings(_Part):
    """What is a contact worth? Assumptions, shown beside every estimate."""

    cost_per_contact: float = Field(8.01, ge=0, description="cost of a contact with a person")
    cost_of_self_service: float = Field(0.10, ge=0, description="cost of the same on the site")
    currency: str = Field("USD", min_length=1, max_length=8, description="of both costs")
    won_back: Mapping[str, Annotated[float, Field(ge=0, le=1)]] = Field(
        {}, description="share of the contacts behind a gap that mending it can win back, by kind"
    )


class ReportSettings(_Part):
    """How results are shown."""

    title: str = Field("", description="heading of the report; '' takes the file's name")
    csv_bom: bool = Field(False, description="UTF-8 byte order mark for Excel")
    csv_separator: Literal[",", ";"] = Field(
        ",", description="';' for an Excel that writes 0,5: also writes decimals with a comma, and the mark"
    )


class Settings(_Part):
    """All settings of one run."""

    seed: int = Field(20260101, description="of every draw; equal seeds give equal results")
    ingest: IngestSettings = IngestSettings()
    match: MatchSettings = MatchSettings()
    search: SearchSettings = SearchSettings()
    score: ScoreSettings = ScoreSettings()
    gaps: GapSettings = GapSettings()
    journeys: JourneySettings = JourneySettings()
    savings: SavingsSettings = SavingsSettings()
    report: ReportSettings = ReportSettings()


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
    if problem["type"] == "value_error":
        return f"{name}.{problem['ctx']['error']}. Set one of them."
    was = "a value that is not repeated here" if _SECRET.intersection(problem["loc"]) else repr(problem["input"])
    return f"setting '{name}' is not allowed: {problem['msg']}. Got {was}."
