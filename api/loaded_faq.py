"""The FAQ as a dependency of routes."""

from typing import Annotated

from fastapi import Depends, Request

from faqeval.service import LoadedFaq


def _loaded_faq(request: Request) -> LoadedFaq:
    faq = request.app.state.loaded_faq
    assert isinstance(faq, LoadedFaq)  # set by create_app
    return faq


FaqDep = Annotated[LoadedFaq, Depends(_loaded_faq)]
