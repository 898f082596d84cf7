"""The teacher's weights and its parse of the silver text.

    python -m extractors.training.teacher WORK --pretrain SECONDS            # encoder.pt, from the raw text
    python -m extractors.training.teacher WORK --train SECONDS --seed N      # teacherN.pt
    python -m extractors.training.teacher WORK --vote WORK/teacher*.pt       # scores, silver_parsed.npz

Reads the arrays of `teacher_corpus.py` in WORK. `--pretrain` and `--train` are seconds: the learning rate falls to zero over them,
so that the same command makes full use of a fast or a slow machine. `silver_parsed.npz` has the votes on the silver sentences and the
mean log probability of the heads of each.
"""

# mypy: ignore-errors
# torch is no dependency of the package, so its types are unknown where the checks run.

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from extractors.training.teacher_arrays import CLASSES, DEVICE, MASK, WORD_START, Arrays, batches, load_arrays, report
from extractors.training.teacher_model import LAYERS, WIDTH, Encoder, Teacher

LENGTH, MASKED = 128, 0.2
WEIGHTS = {"head": 1.0, "dep": 1.0, "pos": 0.5, "feats": 0.5, "tag": 0.3, "ner": 1.0}
TRAIN_SETS = frozenset(("gsd", "hdt2", "pud", "sig", "docs", "n_germeval", "n_smart", "n_pud", "diplo"))


def mixed() -> torch.autocast:
    """Half precision on a GPU, full on a CPU."""
    return torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=DEVICE == "cuda")


def steps(seconds: float, optimizer: torch.optim.Optimizer, rates: list[float]) -> Iterator[float]:
    """The passed share of the time, with the learning rates set: a short warm-up, then straight down to zero."""
    begin = time.time()
    while (passed := (time.time() - begin) / seconds) < 1:
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, passed / 0.04) * (1 - passed)
        yield passed


def pretrain(encoder: Encoder, pieces: NDArray[np.uint16], seconds: float, batch: int) -> None:
    """Train the encoder to guess masked words of the raw text."""
    data = torch.from_numpy(pieces.astype(np.int32)).to(DEVICE)
    data = data[: len(data) // LENGTH * LENGTH].view(-1, LENGTH)
    optimizer = torch.optim.AdamW(encoder.parameters(), weight_decay=0.01, betas=(0.9, 0.98), fused=DEVICE == "cuda")
    encoder.train()
    order, place, count = torch.randperm(len(data), device=DEVICE), 0, 0
    begin = time.time()
    for _ in steps(seconds, optimizer, [1.2e-3]):
        if place + batch > len(data):
            order, place = torch.randperm(len(data), device=DEVICE), 0
        rows = data[order[place : place + batch]].long()
        place, count = place + batch, count + 1
        ids = rows & (WORD_START - 1)
        word = (rows >= WORD_START).long().cumsum(1)
        hidden = torch.rand(len(rows), LENGTH + 1, device=DEVICE).gather(1, word) < MASKED
        kept = torch.rand(ids.shape, device=DEVICE) < 0.1
        with mixed():
            vectors = encoder(torch.where(hidden & ~kept, MASK, ids))
            loss = F.cross_entropy(encoder.predict(vectors[hidden]).float(), ids[hidden])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimizer.step()
        if count % 250 == 0:
            print(
                f"pretrain {time.time() - begin:.0f}s step {count} epochs {count * batch / len(data):.2f} loss {loss.item():.3f}",
                flush=True,
            )


def train(teacher: Teacher, arrays: Arrays, numbers: NDArray[np.int64], seconds: float) -> None:
    """Fine-tune encoder and heads on every annotated sentence."""
    inner = list(teacher.encoder.parameters())
    known = {id(p) for p in inner}
    groups = [{"params": inner}, {"params": [p for p in teacher.parameters() if id(p) not in known]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=DEVICE == "cuda")
    teacher.train()
    clock = steps(seconds, optimizer, [3e-4, 1.5e-3])
    epoch, begin = 0, time.time()
    while True:
        epoch += 1
        for _, batch in batches(arrays, numbers, 3000, shuffle=True):
            if next(clock, None) is None:
                return
            dropped = (torch.rand(batch["ids"].shape, device=DEVICE) < 0.1) & (batch["ids"] > 3)
            with mixed():
                words = teacher.words(torch.where(dropped, MASK, batch["ids"]), batch["first"], batch["last"])
                scores = {name: classify(words).float() for name, classify in teacher.classify.items()}
                scores["head"] = teacher.arcs(words, batch["present"])
                scores["dep"] = teacher.labels(words, batch["head"].clamp(min=0))
            loss = torch.zeros((), device=DEVICE)
            for name, weight in WEIGHTS.items():
                gold = batch[name].flatten()
                if (gold >= 0).any():
                    loss = loss + weight * F.cross_entropy(scores[name].flatten(0, 1), gold, ignore_index=-1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
        print(f"train {time.time() - begin:.0f}s epoch {epoch} loss {loss.item():.3f}", flush=True)


@torch.no_grad()
def parse(teachers: list[Teacher], arrays: Arrays, numbers: NDArray[np.int64]) -> dict[str, NDArray[np.int64]]:
    """Predictions for the words of `numbers`, in order, and a confidence for each sentence; several teachers vote."""
    found: dict[int, dict[str, NDArray[np.int64]]] = {}
    for group, batch in batches(arrays, numbers, 30000, shuffle=False):
        with mixed():
            words = [t.eval().words(batch["ids"], batch["first"], batch["last"]) for t in teachers]
            pairs = list(zip(teachers, words, strict=True))
            made = {name: sum(t.classify[name](w).float().softmax(-1) for t, w in pairs).argmax(-1) for name in CLASSES}
            arcs = sum(t.arcs(w, batch["present"]).log_softmax(-1) for t, w in pairs) / len(pairs)
            best, made["head"] = arcs.max(-1)
            made["dep"] = sum(t.labels(w, made["head"]).softmax(-1) for t, w in pairs).argmax(-1)
        layers = {name: value.cpu().numpy() for name, value in made.items()}
        sure = best.float().cpu().numpy()
        for k, number in enumerate(group):
            size = int(batch["present"][k].sum()) - 1
            found[int(number)] = {name: value[k, 1 : 1 + size] for name, value in layers.items()}
            found[int(number)]["sure"] = sure[k, 1 : 1 + size].mean(keepdims=True)
    return {name: np.concatenate([found[int(n)][name] for n in numbers]) for name in ("head", "dep", *CLASSES, "sure")}


def sizes(labels: dict[str, list[str]]) -> dict[str, int]:
    """The number of labels a layer."""
    return {layer: len(values) for layer, values in labels.items() if layer != "sets"}


def pretrained(work: Path, out: Path, seconds: float, batch: int, compiled: bool) -> Encoder:
    """The encoder of WORK, or one trained now for that long and written to `out`."""
    encoder = Encoder(len(json.loads((work / "pieces.json").read_text(encoding="utf8"))["model"]["vocab"])).to(DEVICE)
    if not seconds:
        encoder.load_state_dict({name: value.float() for name, value in torch.load(work / "encoder.pt").items()})
        return encoder
    if compiled:
        encoder.compile()
    pretrain(encoder, np.load(work / "raw.npz")["pieces"], seconds, batch)
    torch.save({name: value.half().cpu() for name, value in encoder.state_dict().items()}, out / "encoder.pt")
    fresh = Encoder(encoder.embed.num_embeddings).to(DEVICE)
    fresh.load_state_dict(encoder.state_dict())
    return fresh


def train_one(work: Path, encoder: Encoder, seconds: float, domain: int, to: Path) -> None:
    """Fine-tune a teacher on the training sets and write it."""
    labels = json.loads((work / "labels.json").read_text(encoding="utf8"))
    arrays = load_arrays(work / "gold.npz")
    sets = [k for k, name in enumerate(labels["sets"]) if name in TRAIN_SETS]
    fit = np.isin(arrays["origin"], sets) & (arrays["lengths"] < 200)
    ours = fit & (arrays["origin"] == labels["sets"].index("diplo"))
    numbers = np.concatenate([np.flatnonzero(fit), *[np.flatnonzero(ours)] * (domain - 1)])
    teacher = Teacher(encoder, sizes(labels)).to(DEVICE)
    train(teacher, arrays, numbers, seconds)
    torch.save(teacher.state_dict(), to)


def vote(work: Path, out: Path, weights: list[Path]) -> None:
    """Measure the teachers together and parse the silver text."""
    labels = json.loads((work / "labels.json").read_text(encoding="utf8"))
    arrays = load_arrays(work / "gold.npz")
    teachers = []
    for path in weights:
        state = torch.load(path, map_location=DEVICE)
        teachers.append(Teacher(Encoder(len(state["encoder.embed.weight"])), sizes(labels)).to(DEVICE))
        teachers[-1].load_state_dict(state)
    for k, name in enumerate(labels["sets"]):
        if name not in TRAIN_SETS:
            chosen = np.flatnonzero(arrays["origin"] == k)
            report(name, labels, arrays, chosen, parse(teachers[:1], arrays, chosen))
            report(f"{name} voted", labels, arrays, chosen, parse(teachers, arrays, chosen))
    silver = load_arrays(work / "silver.npz")
    made = parse(teachers, silver, np.arange(len(silver["lengths"])))
    kinds = {
        "head": np.uint8,
        "dep": np.uint8,
        "pos": np.uint8,
        "feats": np.uint16,
        "tag": np.uint8,
        "ner": np.uint8,
        "sure": np.float16,
    }
    columns = {name: made[name].astype(kind) for name, kind in kinds.items()}
    np.savez_compressed(out / "silver_parsed.npz", **columns)
    print(f"silver {len(made['head'])} words; width {WIDTH} layers {LAYERS}", flush=True)


def main(given: argparse.Namespace) -> None:
    """Pretrain or load and fine-tune; or vote."""
    torch.manual_seed(given.seed)
    np.random.seed(given.seed)
    torch.set_float32_matmul_precision("high")
    out = given.out or given.work
    if given.vote:
        vote(given.work, out, given.vote)
        return
    encoder = pretrained(given.work, out, given.pretrain, given.batch, given.compile)
    if given.train:
        train_one(given.work, encoder, given.train, given.domain, out / f"teacher{given.seed}.pt")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pretrain", type=float, default=0)
    parser.add_argument("--train", type=float, default=0)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--domain", type=int, default=2, help="how often an in-domain sentence is seen in an epoch")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--vote", type=Path, nargs="+", help="teachers that measure and parse together")
    main(parser.parse_args())
