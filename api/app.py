"""The application factory."""

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from faqeval import __version__
from faqeval.service import LoadedFaq

from .body_limit import BodyLimit
from .problems import register_problems
from .routes import drafts, health, matching

LOCAL_NAMES = ["127.0.0.1", "localhost", "[::1]", "testserver"]


def create_app(faq: LoadedFaq, allowed_hosts: list[str] | None = None) -> FastAPI:
    """Build the application; it holds the FAQ and touches no disk.

    Parameters
    ----------
    faq : the articles and queries that drafts and questions are held against.
    allowed_hosts : values of the Host header that are answered; None answers this machine's own names only, so that no
        foreign web page can reach the service through a name of its own.
    """
    app = FastAPI(title="faqeval", version=__version__, docs_url=None, redoc_url=None)
    app.state.loaded_faq = faq
    app.add_middleware(BodyLimit)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts or LOCAL_NAMES)
    register_problems(app)
    app.include_router(health.router)
    app.include_router(drafts.router, prefix="/v1")
    app.include_router(matching.router, prefix="/v1")
    return app
