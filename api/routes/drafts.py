"""Score a draft: the CMS asks on every save."""

from fastapi import APIRouter

from ..desk import DeskDep
from ..schemas import Draft

router = APIRouter()


@router.post("/drafts/score")
def score_draft(draft: Draft, desk: DeskDep) -> dict[str, object]:
    """Score one article against the published articles and what customers ask."""
    return desk.score_draft(draft.id, draft.title, draft.body, draft.language).as_dict()
