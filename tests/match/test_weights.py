import numpy as np
import pytest

from faqeval.match.calibrate import Calibration
from faqeval.match.fuse import load_fusion
from faqeval.match.pair_features import FEATURES


@pytest.mark.parametrize("name", ["static", "transformer"])
def test_stored_weights_name_every_feature_and_keep_the_order(name):
    fusion = load_fusion(name)
    assert fusion.coefficients.shape == (len(FEATURES),)
    assert np.isfinite(fusion.coefficients).all()
    assert np.count_nonzero(fusion.coefficients) > len(FEATURES) // 2
    assert fusion.calibration.slope > 0


def test_calibration_stays_within_0_and_1_for_any_score():
    found = Calibration(2.0, 1.0).probabilities(np.array([-1e9, 0, 1e9], dtype=np.float32))
    assert found[0] == 0
    assert found[2] == 1
    assert found[1] == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-6)
