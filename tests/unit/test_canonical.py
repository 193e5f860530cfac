"""The recorded run is what the engine computes, and a damaged record is noticed."""

import json
import math

import pytest
from everything import EVERYTHING
from reference import same

from microgpt.canonical import PATH, compute_canonical, load_canonical


def test_the_record_is_what_the_engine_computes():
    """Its first fifty rounds; all of it where everything is tested."""
    recorded, computed = load_canonical(), compute_canonical(1000 if EVERYTHING else 50)
    assert same(computed.losses, recorded.losses[: len(computed.losses)])
    for field in ("seed", "temperature", "config", "vocabulary", "names_sha256"):
        assert getattr(computed, field) == getattr(recorded, field)
    if EVERYTHING:
        assert same(computed.weights, recorded.weights)
        assert (computed.samples, computed.steps) == (recorded.samples, recorded.steps)


def test_the_record_is_the_settings_of_the_reference():
    run = load_canonical()
    assert (run.seed, run.steps, run.temperature, len(run.samples)) == (42, 1000, 0.5, 20)
    assert run.vocabulary == "abcdefghijklmnopqrstuvwxyz"
    assert repr(run.model).endswith("vocab_size=27, num_params=4192)")
    assert [p.data for p in run.model.parameters()] == run.weights


def test_the_model_has_learned():
    run = load_canonical()
    assert abs(run.losses[0] - math.log(27)) < 0.2  # it begins near the surprise of a blind guess
    assert sum(run.losses[-100:]) / 100 < 2.6
    assert run.model is not run.model


DAMAGE = {
    "a loss less": lambda r: r["losses"].pop(),
    "a loss is NaN": lambda r: r["losses"].__setitem__(3, float("nan")),
    "a loss is a text": lambda r: r["losses"].__setitem__(3, "2.5"),
    "weights cut short": lambda r: r.update(weights=r["weights"][:-12]),
    "weights not base64": lambda r: r.update(weights="?" + r["weights"][1:]),
    "weights not whole numbers of bytes": lambda r: r.update(weights=r["weights"][:-4]),
    "weights are not finite": lambda r: r.update(weights="////////" * (len(r["weights"]) // 8)),
    "another width": lambda r: r["config"].update(n_embd=32),
    "no config": lambda r: r.pop("config"),
    "no samples": lambda r: r.pop("samples"),
    "an unknown field": lambda r: r.update(extra=1),
    "another list": lambda r: r.update(names_sha256="0" * 64),
    "a sample with a digit": lambda r: r["samples"].__setitem__(0, "emm4"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_record_is_refused(tmp_path, damage):
    record = json.loads(PATH.read_text(encoding="utf-8"))
    damage(record)
    path = tmp_path / "canonical.json"
    path.write_text(json.dumps(record))
    with pytest.raises(ValueError):
        load_canonical(path)


def test_a_file_that_is_no_record(tmp_path):
    path = tmp_path / "canonical.json"
    for content in ("", "[]", "{}", "null"):
        path.write_text(content)
        with pytest.raises(ValueError):
            load_canonical(path)
