import numpy as np

from extractors.training.assemble import BITS, rounded


def test_rounded_weights_keep_their_leading_digits() -> None:
    weights = np.random.default_rng(0).normal(size=(50, 4)).astype(np.float32)
    result = rounded(weights)
    assert result.shape == weights.shape
    assert np.allclose(result, weights, rtol=2.0 ** -(BITS + 1), atol=0)
    assert not (result.view(np.uint32) & ((1 << (23 - BITS)) - 1)).any()


def test_rounding_keeps_zero_and_sign() -> None:
    assert rounded(np.array([0.0, -1.5, 1.5], dtype=np.float32)).tolist() == [0.0, -1.5, 1.5]
