"""Which article answers?"""

from fastapi import APIRouter

from ..loaded_faq import FaqDep
from ..schemas import Answer, MatchRequest, MatchResponse, QueryMatch

router = APIRouter()


@router.post("/match", response_model_exclude_none=True)
def match(request: MatchRequest, faq: FaqDep) -> MatchResponse:
    """Rank the articles for each question."""
    ranked = faq.match(request.queries, request.k, explain=request.explain)
    return MatchResponse(
        matches=[
            QueryMatch(
                query=number, articles=[Answer.model_validate(answer, from_attributes=True) for answer in answers]
            )
            for number, answers in enumerate(ranked)
        ]
    )
