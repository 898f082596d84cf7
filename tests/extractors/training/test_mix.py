from pathlib import Path

from extractors.training.mix import MIXTURES, main


def test_each_mixture_holds_its_material_so_many_times(tmp_path: Path) -> None:
    for folder in ("syntax", "ner"):
        (tmp_path / folder).mkdir()
    for mixture, weights in MIXTURES.items():
        for name in weights:
            annotated = "ner" if mixture.endswith("entities") or mixture.startswith("recogniser") else "syntax"
            place = tmp_path if name.startswith(("silver", "votes")) else tmp_path / annotated
            (place / f"{name}.spacy").write_bytes(name.encode())
    main(tmp_path)
    for mixture, weights in MIXTURES.items():
        assert len(list((tmp_path / "mix" / mixture).iterdir())) == sum(weights.values())


def test_no_measuring_set_is_in_a_mixture() -> None:
    measured = {"test1", "test_raw", "dev1", "n_test", "n_testnews", "n_dev", "diplo_dev"}
    assert not measured & {name for weights in MIXTURES.values() for name in weights}
