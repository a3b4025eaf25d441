"""What comes in and goes out over HTTP."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Draft(_Body):
    """One article before it is published; ``id`` of a published article means a new version of it."""

    id: Annotated[str, Field(max_length=500)] = ""
    title: Annotated[str, Field(max_length=2_000)] = ""
    body: Annotated[str, Field(max_length=200_000)] = ""
    language: Literal["da", "de", "en", "nb", "nl", "sv"] | None = None


class MatchRequest(_Body):
    """Questions in customers' words."""

    queries: Annotated[list[Annotated[str, Field(max_length=20_000)]], Field(min_length=1, max_length=1_000)]
    k: Annotated[int, Field(ge=1, le=100)] = 5
    explain: bool = False


class Answer(BaseModel):
    """An article that may answer, and how sure we are; ``why`` stands there when the request asks to explain."""

    article_id: str
    title: str
    rank: int
    answer_probability: float
    why: str | None = None


class QueryMatch(BaseModel):
    """The ranking for one question, in the order of the request; the text is not sent back."""

    query: int
    articles: list[Answer]


class MatchResponse(BaseModel):
    """One ranking per question."""

    matches: list[QueryMatch]


class Health(BaseModel):
    """The service is up."""

    status: Literal["ok"] = "ok"
    version: str
