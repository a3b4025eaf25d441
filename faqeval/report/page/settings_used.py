"""The settings of the run, as its manifest holds them; what it does not hold has its default."""

from collections.abc import Mapping
from typing import Any

from ...config import JourneySettings, SavingsSettings
from ...records import Evaluation


def journey_settings(evaluation: Evaluation) -> JourneySettings:
    """Return how visits and contacts were measured."""
    return JourneySettings.model_validate(_known(_part(evaluation, "journeys"), JourneySettings.model_fields))


def savings_settings(evaluation: Evaluation) -> SavingsSettings:
    """Return what contacts were taken to cost and to be won back."""
    return SavingsSettings.model_validate(_known(_part(evaluation, "savings"), SavingsSettings.model_fields))


def _part(evaluation: Evaluation, name: str) -> Mapping[str, Any]:
    settings = evaluation.manifest.get("settings")
    part = settings.get(name) if isinstance(settings, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def _known(part: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name in names}
