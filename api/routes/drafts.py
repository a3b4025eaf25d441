"""Score a draft: the CMS asks on every save."""

from fastapi import APIRouter

from ..loaded_faq import FaqDep
from ..schemas import Draft

router = APIRouter()


@router.post("/drafts/score")
def score_draft(draft: Draft, faq: FaqDep) -> dict[str, object]:
    """Score one article against the published articles and what customers ask."""
    return faq.score_draft(draft.id, draft.title, draft.body, draft.language).as_dict()
