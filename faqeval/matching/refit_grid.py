"""How likely is each slope and offset of a site's log odds, given people's labels, some of which are wrong?"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .label_evidence import LabelEvidence

FOLDS: Final = 10
PSEUDO_LABELS: Final = 100.0  # labels that the probabilities as they are count as
_WIDTH: Final = 0.1  # of a bin of log odds: a probability is moved by .0125 at most
_FARTHEST: Final = 7.0  # log odds beyond it (.001 and .999) count as that
_LOG_SLOPES: Final = np.linspace(-1.5, 1.5, 25)
_OFFSETS: Final = np.linspace(-2.5, 2.5, 31)
_WRONG: Final = np.linspace(0, 0.5, 6)
_BINS: Final = np.linspace(-_FARTHEST, _FARTHEST, round(2 * _FARTHEST / _WIDTH) + 1)
_UNMOVED: Final = (int(np.abs(_LOG_SLOPES).argmin()), int(np.abs(_OFFSETS).argmin()))

Grid = NDArray[np.float64]  # log of something, shape (n wrong shares, n slopes, n offsets)


@dataclass(frozen=True, slots=True)
class Fit:
    """Mean slope, offset and share of wrong labels, and what held-out labels say of them.

    ``gain`` is the held-out log likelihood of the fit less that of the probabilities as they are, ``lead`` the same
    less that of a coin with the labels' own rate, in nats over all labels; ``lead_error`` is the standard error of
    ``lead``.
    """

    slope: float
    offset: float
    wrong_share: float
    gain: float
    lead: float
    lead_error: float


def fit_to_evidence(judged: LabelEvidence, clicked: LabelEvidence, site: NDArray[np.float64]) -> Fit:
    """Fit slope and offset of the log odds to what people said.

    Parameters
    ----------
    judged, clicked : judgments, one per query, and clicks, which say nothing about the offset.
    site : float64 of shape (n_queries,), not empty, log odds of the first places of all queries.

    Notes
    -----
    A label is right with 1 − e, wrong with e: P(1) = e + (1 − 2e) / (1 + exp(−(slope × log odds + offset))). All e from
    0 to .5 are held equally likely beforehand. Slope and offset that move the site's probabilities are as unlikely
    beforehand as ``PSEUDO_LABELS`` labels, true to the probabilities as they are, would make them. Clicks are summed
    over all offsets: which queries get clicks at all depends on whether they are answered, so their rate is not the
    site's. Out comes the mean over a grid of 25 slopes, 31 offsets and 6 shares, which needs no start and cannot get
    stuck. Source: Platt 1999 for the form; the rest ours, see docs/method/judgments.md.
    """
    prior = _prior(site)
    said, clicks = _by_fold(judged), _by_fold(clicked)
    all_said, all_clicks = said.sum(axis=-1), clicks.sum(axis=-1)
    whole = prior + all_said + _without_offset(all_clicks)
    gains, leads = [], []
    coin = _coin(judged) + _coin(clicked)
    for fold in range(FOLDS):
        without = _without_offset(all_clicks - clicks[..., fold])
        known = prior + all_said - said[..., fold] + without
        seen = known + said[..., fold] + _without_offset(all_clicks) - without
        promised = _log_sum(seen) - _log_sum(known)
        as_it_was = _log_sum(seen[(slice(None), *_UNMOVED)]) - _log_sum(known[(slice(None), *_UNMOVED)])
        gains.append(promised - as_it_was)
        leads.append(promised - coin[fold])
    weight = np.exp(whole - whole.max())
    weight /= weight.sum()
    return Fit(
        slope=round(float(np.exp((weight.sum(axis=(0, 2)) * _LOG_SLOPES).sum())), 4),
        offset=round(float((weight.sum(axis=(0, 1)) * _OFFSETS).sum()), 4),
        wrong_share=round(float((weight.sum(axis=(1, 2)) * _WRONG).sum()), 4),
        gain=round(float(np.sum(gains)), 6),
        lead=round(float(np.sum(leads)), 6),
        lead_error=round(float(np.std(leads, ddof=1) * np.sqrt(FOLDS)), 6),
    )


@cache
def _likelihoods() -> tuple[Grid, Grid, NDArray[np.float64], NDArray[np.float64]]:
    """Return log P(label 1) and log P(label 0) of each bin, with wrong labels and, shape without them, without."""
    moved = np.exp(_LOG_SLOPES)[:, None, None] * _BINS + _OFFSETS[None, :, None]
    right = np.clip(1 / (1 + np.exp(-moved)), 1e-9, 1 - 1e-9)
    said = _WRONG[:, None, None, None] + (1 - 2 * _WRONG[:, None, None, None]) * right
    return np.log(said), np.log1p(-said), np.log(right), np.log1p(-right)


def _bins(log_odds: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.rint((np.clip(log_odds, -_FARTHEST, _FARTHEST) + _FARTHEST) / _WIDTH).astype(np.int64)


def _prior(site: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log prior of each slope and offset, shape (n slopes, n offsets)."""
    _, _, one, zero = _likelihoods()
    share = np.bincount(_bins(site), minlength=len(_BINS)) / len(site)
    sure = 1 / (1 + np.exp(-_BINS))
    return np.asarray(PSEUDO_LABELS * (one @ (share * sure) + zero @ (share * (1 - sure))))


def _by_fold(evidence: LabelEvidence) -> NDArray[np.float64]:
    """Return the log likelihood of each fold's entries, shape (n wrong shares, n slopes, n offsets, FOLDS).

    The entries are in the order of their log odds, so every tenth is a fold that reaches over all of them.
    """
    one, zero, *_ = _likelihoods()
    cell = _bins(evidence.log_odds) * FOLDS + np.arange(len(evidence.right)) % FOLDS
    sums = [
        np.bincount(cell, weights=weights, minlength=len(_BINS) * FOLDS).reshape(len(_BINS), FOLDS)
        for weights in (evidence.weights * evidence.right, evidence.weights * (1 - evidence.right))
    ]
    return np.asarray(one @ sums[0] + zero @ sums[1])


def _without_offset(clicks: Grid) -> NDArray[np.float64]:
    """Return the log likelihood of clicks for each slope, over all offsets and wrong shares; shape (n slopes, 1)."""
    largest = clicks.max(axis=(0, 2))
    mean = np.exp(clicks - largest[:, None]).mean(axis=(0, 2))
    return np.asarray((np.log(mean) + largest)[:, None])


def _coin(evidence: LabelEvidence) -> NDArray[np.float64]:
    """Return the log likelihood of each fold under the rate of the other folds (Laplace's rule)."""
    fold = np.arange(len(evidence.right)) % FOLDS
    ones = np.bincount(fold, weights=evidence.weights * evidence.right, minlength=FOLDS)
    every = np.bincount(fold, weights=evidence.weights, minlength=FOLDS)
    rate = (ones.sum() - ones + 1) / (every.sum() - every + 2)
    return np.asarray(ones * np.log(rate) + (every - ones) * np.log1p(-rate))


def _log_sum(values: NDArray[np.float64]) -> float:
    largest = float(values.max())
    return largest + float(np.log(np.exp(values - largest).sum()))
