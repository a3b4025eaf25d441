"""Is the service up?"""

from fastapi import APIRouter

from faqeval import __version__

from ..schemas import Health

router = APIRouter()


@router.get("/healthz")
def healthz() -> Health:
    """Say that the service is up."""
    return Health(version=__version__)
