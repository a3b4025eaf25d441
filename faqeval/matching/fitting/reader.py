"""What a reader's scores are worth: three numbers, fitted to labelled FAQs that come with faqeval."""

from collections.abc import Iterator, Sequence

import numpy as np

from ...errors import ConfigError
from ...records import Progress
from ...text import SUPPORTED
from ..calibrate import Calibration
from ..cascade import Budget
from ..judged_queries import judge_queries
from ..judges import Judges
from ..log_odds import log_odds_of
from ..pool import make_pool
from ..read_again import CANDIDATES, article_text
from ..reader import Reader, ReaderWeights
from .cases import Case, hash_share
from .corpora import fitting_cases
from .lessons import Lesson, fit, fit_calibration, scores_of
from .plays import plays

SITES = 2  # of each language, and
QUESTIONS = 3  # of each article: 360 questions with ten articles each, for three numbers; a large reader takes minutes


def fit_reader(reader: Reader, judges: Judges, on_progress: Progress | None = None) -> ReaderWeights:
    """Fit a reader to stand behind judges.

    Notes
    -----
    How much judge and reader say about the order: softmax over the candidates, as for all signals (``lessons.fit``).
    How sure: by how much more or less than the judges alone on the same questions, since how much easier these are than
    real FAQs' is known for nobody else. Source: ours, docs/method/match.md#reader.

    Raises
    ------
    ConfigError
        If the reader tells right answers from wrong ones no better than the judges alone, or the wrong way round.
    """
    learned: list[Lesson] = []
    cases = list(_cases())
    for done, case in enumerate(cases, 1):
        learned += _lessons(case, reader, judges)
        if on_progress:
            on_progress("fitting the reader", done, len(cases))
    by_order = fit(learned)
    if by_order[1] <= 0:
        raise ConfigError(
            f"a reader must tell right answers from wrong ones. {reader.name!r} does not, on {len(learned)} small FAQs "
            "with known answers. Choose a reranker, or leave it out."
        )
    after = _calibration(learned, by_order)
    before = _calibration(learned, np.array([1.0, 0.0]))
    slope, offset = after.slope / before.slope, (after.offset - before.offset) / before.slope
    return ReaderWeights(
        before=round(float(by_order[0] * slope), 5),
        reader=round(float(by_order[1] * slope), 5),
        offset=round(offset, 5),
    )


def _cases() -> Iterator[Case]:
    """Yield the sites that come first in each language, with some of the questions to each article, by hash."""
    for language in SUPPORTED:
        for case, _ in zip(fitting_cases([language]), range(SITES), strict=False):
            chosen = []
            for article in case.articles:
                own = [query for query in case.queries if article.article_id in query.article_ids]
                chosen += sorted(own, key=lambda query: hash_share(f"reader{query.text}"))[:QUESTIONS]
            yield Case(case.name, case.group, case.articles, tuple(chosen))


def _lessons(case: Case, reader: Reader, judges: Judges) -> Iterator[Lesson]:
    """Yield the case as often as it is played; the features are the judges' log odds and the reader's score."""
    known: dict[tuple[str, str], float] = {}
    texts = [query.text for query in case.queries]
    for play in plays(case):
        pool = make_pool(play.articles, range(len(play.articles)), judges.embedder)
        everything = Budget(most=len(texts), n_left=len(set(texts)))
        _, (columns, sure) = judge_queries(
            pool, texts, judges, depth=CANDIDATES, budget=everything, tell=lambda _stage, _n: None
        )
        pairs = {
            (row, slot): (texts[row], article_text(pool, int(columns[row, slot])))
            for row, slot in zip(*np.nonzero(columns >= 0), strict=True)
        }
        new = list(dict.fromkeys(pair for pair in pairs.values() if pair not in known))
        known.update(zip(new, reader.scores(new).tolist(), strict=True))
        features = np.stack([log_odds_of(sure), np.zeros_like(sure)], axis=2).astype(np.float32)
        gold = np.zeros(columns.shape, dtype=bool)
        for (row, slot), pair in pairs.items():
            features[row, slot, 1] = known[pair]
            gold[row, slot] = play.articles[pool.places[columns[row, slot]]].article_id in play.gold[row]
        kept = columns[:, 0] >= 0
        answerable = np.array([bool(answers) for answers in play.gold])
        yield Lesson(
            case,
            play,
            features[kept],
            columns[kept] >= 0,
            gold[kept],
            answerable[kept],
            tuple(text for text, is_kept in zip(texts, kept, strict=True) if is_kept),
        )


def _calibration(learned: Sequence[Lesson], coefficients: np.ndarray) -> Calibration:
    return fit_calibration(learned, [scores_of(lesson, coefficients) for lesson in learned])
