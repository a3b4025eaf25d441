"""A reader of the user's choice: a real cross-encoder in a folder, which learns here which article answers."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from faqeval.config import MatchSettings
from faqeval.errors import ConfigError
from faqeval.matching import explain_matches, match_site
from faqeval.matching.cascade import Budget
from faqeval.matching.fitting import reader as fitting
from faqeval.matching.load_judges import load_judges
from faqeval.matching.rank import match_in_full
from faqeval.matching.reader import ReaderWeights, load_reader
from faqeval.records import Article
from tests.real_models import minilm_folder, needs_real_models

pytestmark = needs_real_models
SETTINGS = MatchSettings(model="quick", depth=8)
_CODES = ("en",)


@pytest.fixture(scope="module")
def cases():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fitting, "SUPPORTED", _CODES)
        return list(fitting._cases())


@pytest.fixture(scope="module")
def folder(cases, tmp_path_factory) -> Path:
    """Write a small cross-encoder that has learned the answers of the cases by heart."""
    import torch
    from sentence_transformers import CrossEncoder
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("reader") / "model"
    tokenizer = AutoTokenizer.from_pretrained(minilm_folder())
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        num_hidden_layers=1,
        num_attention_heads=4,
        intermediate_size=128,
        max_position_embeddings=128,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        num_labels=1,
    )
    network = BertForSequenceClassification(config)
    pairs = [
        (query.text, f"{article.title}\n{article.body}", float(article.article_id in query.article_ids))
        for case in cases
        for query in case.queries
        for article in case.articles
    ]
    questions, texts, right = zip(*pairs, strict=True)
    told = tokenizer(list(questions), list(texts), truncation=True, max_length=64, padding=True, return_tensors="pt")
    wanted, steps = torch.tensor(right), torch.optim.AdamW(network.parameters(), lr=3e-3)
    for _ in range(60):
        for some in torch.randperm(len(pairs)).split(100):
            scores = network(**{name: values[some] for name, values in told.items()}).logits[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                scores, wanted[some], pos_weight=torch.tensor(9.0)
            )
            steps.zero_grad()
            loss.backward()
            steps.step()
    network.save_pretrained(path)
    tokenizer.save_pretrained(path)
    CrossEncoder(str(path), max_length=64, device="cpu").save_pretrained(str(path))
    return path


@pytest.fixture
def only_english(monkeypatch):
    monkeypatch.setattr(fitting, "SUPPORTED", _CODES)


def _table(texts) -> pd.DataFrame:
    return pd.DataFrame(
        {"query_id": [f"q{i}" for i in range(len(texts))], "text": list(texts), "language": "en", "count": 1}
    )


def _share_right(case, found) -> float:
    first = found.rankings.places[:, 0]
    return float(
        np.mean([case.articles[p].article_id in q.article_ids for p, q in zip(first, case.queries, strict=True)])
    )


def test_a_reader_is_fitted_once_and_what_it_knows_moves_the_right_article_up(folder, cases, only_english) -> None:
    told: list[str] = []
    judges = load_judges("quick", lambda stage, done, total: told.append(stage), reader=str(folder))
    assert set(told) == {"fitting the reader"}
    again = load_judges("quick", lambda *_: pytest.fail("it was fitted before"), reader=str(folder))
    assert judges.reader is not None
    assert again.reader is not None
    assert again.reader.weights == judges.reader.weights
    assert judges.reader.weights.reader > 0
    for case in cases:
        table = _table([query.text for query in case.queries])
        before = match_site(case.articles, table, SETTINGS)
        after = match_site(case.articles, table, SETTINGS, judges=judges)
        assert _share_right(case, after) > _share_right(case, before) + 0.1
        assert after.n_read_again == len(table)
        moved = np.flatnonzero(after.rankings.places[:, 0] != before.rankings.places[:, 0])
        assert after.by_reader >= set(moved.tolist()) - {-1}
        assert (np.diff(after.rankings.scores, axis=1) <= 0).all()


def test_the_setting_names_the_reader_and_the_explanation_says_what_it_did(folder, cases, only_english) -> None:
    case = cases[0]
    settings = SETTINGS.model_copy(update={"reader": str(folder)})
    table = _table([query.text for query in case.queries])
    found = match_site(case.articles, table, settings)
    row = min(found.by_reader)
    first, second = (int(found.rankings.places[row, rank]) for rank in (0, 1))
    why = explain_matches(case.articles, table, [(row, first), (row, second)], settings, matched=found)
    assert why[0].carried_by == "reader"
    assert why[0].is_first
    assert not why[1].is_first
    assert (
        explain_matches(case.articles, table, [(row, first)], settings, matched=found, judged=[(row, first)])[
            0
        ].carried_by
        == "people"
    )


def test_the_least_sure_are_read_first_and_the_others_stay_as_they_were(folder, cases, only_english) -> None:
    case = cases[0]
    judges = load_judges("quick", reader=str(folder))
    table = _table([query.text for query in case.queries])
    whole = match_in_full(case.articles, table, SETTINGS, judges=judges)
    some = match_in_full(case.articles, table, SETTINGS.model_copy(update={"slow_budget": 5}), judges=judges)
    none = match_in_full(case.articles, table, SETTINGS, judges=load_judges("quick"))
    assert (whole.n_read_again, some.n_read_again, none.n_read_again) == (len(table), 5, 0)
    is_read = (some.rankings.scores != none.rankings.scores).any(axis=1)
    assert 1 <= is_read.sum() <= 5
    assert np.array_equal(some.rankings.scores[~is_read], none.rankings.scores[~is_read])
    assert np.array_equal(some.rankings.scores[is_read], whole.rankings.scores[is_read])


def test_copies_and_order_change_nothing(folder, cases, only_english) -> None:
    case = cases[0]
    settings = SETTINGS.model_copy(update={"reader": str(folder)})
    texts = [query.text for query in case.queries]
    once = match_in_full(case.articles, _table(texts), settings).rankings
    twice = match_in_full(case.articles, _table([*reversed(texts), *texts]), settings).rankings
    assert np.array_equal(twice.places[len(texts) :], once.places)
    assert np.array_equal(twice.scores[: len(texts)][::-1], once.scores)


def test_no_word_no_article_and_one_article(folder, cases, only_english) -> None:
    settings = SETTINGS.model_copy(update={"reader": str(folder)})
    found = match_site(cases[0].articles, _table(["", "🎉", "how do i pay"]), settings).rankings
    assert found.places[:2].tolist() == [[-1] * 8] * 2
    assert found.places[2, 0] >= 0
    alone = match_site((Article.plain("a", "Pay by card", "", "en"),), _table(["how do i pay"]), settings).rankings
    assert alone.places[0].tolist() == [0] + [-1] * 7


def test_a_time_limit_measures_the_pace_on_a_few(folder, cases, only_english) -> None:
    asked: list[int] = []
    budget = Budget(None, 100, pilot=8)
    assert budget.take([str(i) for i in range(100)], lambda some: asked.append(len(some))) == 100
    assert asked == [8]


def test_a_reader_that_knows_nothing_is_refused(tmp_path, only_english) -> None:
    import torch
    from sentence_transformers import CrossEncoder

    torch.manual_seed(1)
    network = CrossEncoder(str(minilm_folder()), num_labels=1, device="cpu")  # a bi-encoder: its head was never taught
    with torch.no_grad():
        for name, values in network.state_dict().items():
            if name.endswith(("classifier.weight", "classifier.bias")):
                values.zero_()
    network.save_pretrained(str(tmp_path / "untaught"))
    with pytest.raises(ConfigError, match="must tell right answers from wrong ones"):
        load_judges("quick", reader=str(tmp_path / "untaught"))


def test_one_that_gives_no_numbers_is_refused(folder, cases, only_english, monkeypatch) -> None:
    reader = load_reader(str(folder))
    assert reader.scores([]).shape == (0,)
    monkeypatch.setattr(reader._model, "predict", lambda pairs, **_: np.full(len(pairs), np.nan, dtype=np.float32))
    with pytest.raises(ConfigError, match="must give a number"):
        reader.scores([("how do i pay", "Pay by card")])


def test_a_model_for_another_task_or_a_folder_that_is_none_is_refused(tmp_path) -> None:
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(minilm_folder()), num_labels=3, device="cpu").save_pretrained(str(tmp_path / "three"))
    with pytest.raises(ConfigError, match="made for another task"):
        load_reader(str(tmp_path / "three"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigError, match=r"match\.reader"):
        load_reader(str(tmp_path / "empty"))


def test_weights_are_a_line_in_log_odds() -> None:
    weights = ReaderWeights(before=1.0, reader=2.0, offset=-1.0)
    found = weights.probabilities(np.array([0.5, 0.5], dtype=np.float32), np.array([0.5, 5.0], dtype=np.float32))
    assert found[0] == pytest.approx(0.5)
    assert found[1] > 0.99
    assert ReaderWeights.read(weights.stored()) == weights
    with pytest.raises(KeyError):
        ReaderWeights.read({"before": 1.0})
