"""The desk as a dependency of routes."""

from typing import Annotated

from fastapi import Depends, Request

from faqeval.service import Desk


def _desk(request: Request) -> Desk:
    desk = request.app.state.desk
    assert isinstance(desk, Desk)  # set by create_app
    return desk


DeskDep = Annotated[Desk, Depends(_desk)]
