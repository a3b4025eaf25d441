"""The desk as a dependency of routes."""

from typing import Annotated

from fastapi import Depends, Request

from faqeval.service import LoadedFaq


def _desk(request: Request) -> LoadedFaq:
    desk = request.app.state.desk
    assert isinstance(desk, LoadedFaq)  # set by create_app
    return desk


DeskDep = Annotated[LoadedFaq, Depends(_desk)]
