import json
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from faqeval.errors import ConfigError
from faqeval.matching.calibrate import Calibration
from faqeval.matching.fuse import Fusion
from faqeval.matching.pair_features import QUICK_SIGNALS, SLOW_SIGNALS, VIEWS, features_of
from faqeval.matching.weights import bundled_weights, fitted_path, fitted_weights, keep_weights

SIGNALS = {"quick": QUICK_SIGNALS, "small": (*QUICK_SIGNALS, *SLOW_SIGNALS)}


def _stored(name):
    return json.loads((files("faqeval.matching") / "bundled_weights" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["quick", "small"])
def test_stored_weights_name_every_feature_and_keep_the_order(name):
    fusion = bundled_weights(name)
    assert fusion.features == features_of(SIGNALS[name])
    assert fusion.coefficients.shape == (len(fusion.features),)
    assert np.isfinite(fusion.coefficients).all()
    assert np.count_nonzero(fusion.coefficients) > len(fusion.features) // 2
    assert fusion.calibration.slope > 0
    assert fusion.has_answer.slope > 0


@pytest.mark.parametrize("name", ["quick", "small"])
def test_stored_weights_hold_nothing_that_is_not_used(name):
    assert set(_stored(name)["coefficients"]) == set(bundled_weights(name).features)


@pytest.mark.parametrize("name", ["quick", "small"])
def test_weights_that_are_stored_and_read_again_are_the_same(name):
    fusion = bundled_weights(name)
    again = Fusion.read(json.loads(json.dumps(fusion.stored())))
    assert again.features == fusion.features
    np.testing.assert_allclose(again.coefficients, fusion.coefficients, atol=1e-5)
    assert (again.calibration, again.site, again.has_answer) == (fusion.calibration, fusion.site, fusion.has_answer)


def test_fitted_weights_are_found_by_the_model_s_checksum(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert fitted_weights("ab12") is None
    keep_weights("ab12", bundled_weights("small"))
    assert fitted_weights("ab12").calibration == bundled_weights("small").calibration
    assert fitted_weights("cd34") is None


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"signals": "all", "coefficients": {}}'])
def test_damaged_weights_say_what_to_do(tmp_path, monkeypatch, content):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fitted_path("ab12").parent.mkdir(parents=True)
    fitted_path("ab12").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match="then they are fitted again"):
        fitted_weights("ab12")


def test_a_home_that_cannot_be_written_to_costs_time_only(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    keep_weights("ab12", bundled_weights("small"))


def test_features_are_named_view_by_view():
    assert features_of(("a", "b")) == tuple(f"{signal}.{view}" for view in VIEWS for signal in ("a", "b"))


def test_weights_are_read_by_name_whatever_their_order_in_the_file():
    stored = _stored("quick")
    turned = {**stored, "coefficients": dict(reversed(stored["coefficients"].items()))}
    assert np.array_equal(Fusion.read(turned).coefficients, bundled_weights("quick").coefficients)
    del turned["coefficients"]["cosine_title.raw"]
    with pytest.raises(KeyError, match=r"cosine_title\.raw"):
        Fusion.read(turned)


def test_a_probability_is_the_calibrated_sum_of_weighted_features():
    fusion = replace(bundled_weights("quick"), calibration=Calibration(0.5, -1.0))
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
