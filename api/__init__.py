"""Door 2, HTTP (extra ``api``): ``create_app`` builds the application around an FAQ, ``serve`` runs it."""

from .app import create_app
from .server import serve

__all__ = ["create_app", "serve"]
