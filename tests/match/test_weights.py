import json
from dataclasses import replace

import numpy as np
import pytest

from faqeval.match.calibrate import Calibration
from faqeval.match.fuse import _FOLDER, SIGNALS_OF, Fusion, load_fusion
from faqeval.match.pair_features import QUICK_SIGNALS, SLOW_SIGNALS, VIEWS, features_of


@pytest.mark.parametrize("name", ["static", "transformer"])
def test_stored_weights_name_every_feature_and_keep_the_order(name):
    fusion = load_fusion(name)
    assert fusion.features == features_of(SIGNALS_OF[name])
    assert fusion.coefficients.shape == (len(fusion.features),)
    assert np.isfinite(fusion.coefficients).all()
    assert np.count_nonzero(fusion.coefficients) > len(fusion.features) // 2
    assert fusion.calibration.slope > 0


@pytest.mark.parametrize("name", ["static", "transformer"])
def test_stored_weights_hold_nothing_that_is_not_used(name):
    stored = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert set(stored["coefficients"]) == set(load_fusion(name).features)


def test_only_the_transformer_s_weights_know_the_slow_model():
    assert SIGNALS_OF["static"] == QUICK_SIGNALS
    assert SIGNALS_OF["transformer"] == (*QUICK_SIGNALS, *SLOW_SIGNALS)


def test_features_are_named_view_by_view():
    assert features_of(("a", "b")) == tuple(f"{signal}.{view}" for view in VIEWS for signal in ("a", "b"))


def test_weights_are_read_by_name_whatever_their_order_in_the_file():
    stored = json.loads((_FOLDER / "static.json").read_text(encoding="utf-8"))
    turned = {**stored, "coefficients": dict(reversed(stored["coefficients"].items()))}
    assert np.array_equal(Fusion.read(turned, "static").coefficients, load_fusion("static").coefficients)
    del turned["coefficients"]["cosine_title.raw"]
    with pytest.raises(KeyError, match=r"cosine_title\.raw"):
        Fusion.read(turned, "static")


def test_a_probability_is_the_calibrated_sum_of_weighted_features():
    fusion = replace(load_fusion("static"), calibration=Calibration(0.5, -1.0))
    features = np.random.default_rng(1).normal(size=(3, 4, len(fusion.features))).astype(np.float32)
    found = fusion.probabilities(features)
    for query in range(3):
        for slot in range(4):
            total = sum(float(f) * float(c) for f, c in zip(features[query, slot], fusion.coefficients, strict=True))
            assert found[query, slot] == pytest.approx(1 / (1 + np.exp(1 - 0.5 * total)), abs=1e-5)


def test_calibration_stays_within_0_and_1_for_any_score():
    found = Calibration(2.0, 1.0).probabilities(np.array([-1e9, 0, 1e9], dtype=np.float32))
    assert found[0] == 0
    assert found[2] == 1
    assert found[1] == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-6)
