"""All that a user can name, gathered from the rooms that compute it, and the settings that go by kind of gap."""

from typing import Final

from ..config import Settings
from ..errors import ConfigError
from ..gaps import KINDS
from ..records import Glossary
from ..score import BANDS, FIGURES, FINDINGS

GLOSSARY: Final = Glossary(KINDS, FINDINGS, FIGURES, BANDS)


def with_shares_won_back(settings: Settings) -> Settings:
    """Return the settings with the share won back of every kind of gap that has one.

    Raises
    ------
    ConfigError
        If a share is set for something else.
    """
    shares = {kind.id: kind.share_won_back(settings.savings) for kind in KINDS.values() if kind.won_back is not None}
    for name in settings.savings.won_back:
        if name not in shares:
            raise ConfigError(
                f"'savings.won_back.{name}' must be a known setting, but there is none of that name. "
                "See docs/settings.md for the list."
            )
    return settings.model_copy(update={"savings": settings.savings.model_copy(update={"won_back": shares})})
