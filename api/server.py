"""Run the application."""

import logging

from faqeval.service import LoadedFaq

from .app import LOCAL_NAMES, create_app

logger = logging.getLogger(__name__)


def serve(faq: LoadedFaq, host: str, port: int) -> None:
    """Answer HTTP on ``host`` and ``port`` until stopped."""
    import uvicorn

    local = host in LOCAL_NAMES or host == "::1"
    if not local:
        logger.warning("listening on %s without keys: everybody who reaches this address can ask", host)
    app = create_app(faq, allowed_hosts=None if local else ["*"])
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
