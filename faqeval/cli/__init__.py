"""Door 1: the command line."""

from .app import main

__all__ = ["main"]
