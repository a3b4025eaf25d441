"""Teach the small transformer customers' words; what is done is kept, so that a broken run goes on where it was."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from faqeval_corpora.customers import CustomersArticle, OffTopic
from tokenizers import Tokenizer

from training.small_model.lessons import Lesson, epoch

RATE = 3e-5  # at its highest, after the first tenth of the steps; then it falls to 0 along a cosine
FROZEN_LAYERS = 2  # and the vectors of the pieces: they carry the languages, not the task
TEMPERATURE = 0.04
LONGEST_BODY, LONGEST_QUESTION = 80, 64  # pieces
SAVED_EVERY = 50  # steps
SHARE_TAUGHT = 0.5  # of the weights that are kept; the rest is the plain model's (docs/method/match.md#teaching)


def teach(
    model: Any,
    tokenizer: Tokenizer,
    articles: Sequence[CustomersArticle],
    strangers: Sequence[OffTopic],
    epochs: int,
    folder: Path,
) -> Any:
    """Return the model with its weights after ``epochs`` rounds over all sites.

    Each question is held against all articles of its step, and against none of them: a learned score that every article
    which answers must exceed and that stands first for near misses. An article's score is the log of the mean of the
    exponentials of title's and body's, so that either may answer.
    """
    import torch

    torch.manual_seed(1)
    for name, parameter in model.named_parameters():
        lower = any(name.startswith(f"encoder.layer.{layer}.") for layer in range(FROZEN_LAYERS))
        parameter.requires_grad_(not (name.startswith("embeddings.") or lower))
    none = torch.nn.Parameter(torch.tensor(0.8))
    taught = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW([{"params": taught, "weight_decay": 0.01}, {"params": [none], "weight_decay": 0.0}])
    lessons = [lesson for number in range(epochs) for lesson in epoch(articles, strangers, number)]
    done, path = 0, folder / "teaching.pt"
    if path.exists():
        kept = torch.load(path, weights_only=True)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        with torch.no_grad():
            none.copy_(kept["none"])
        done = int(kept["done"])
    model.train()
    right = asked = 0
    for number in range(done, len(lessons)):
        for group, times in zip(optimizer.param_groups, (1.0, 100.0), strict=True):
            group["lr"] = RATE * times * _share_of_rate(number, len(lessons))
        with torch.autocast("cpu", dtype=torch.bfloat16):  # two thirds of the time, on processors that know it
            loss, hits, n = _loss(model, tokenizer, lessons[number], none)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(taught, 1.0)
        optimizer.step()
        right, asked = right + hits, asked + n
        if (number + 1) % SAVED_EVERY == 0 or number + 1 == len(lessons):
            kept = {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "none": none.detach(),
                "done": number + 1,
            }
            torch.save(kept, path.with_suffix(".new"))
            path.with_suffix(".new").replace(path)
            print(
                f"{number + 1} of {len(lessons)} steps, {right / asked:.2f} right, none at {float(none.detach()):.2f}",
                flush=True,
            )
            right = asked = 0
    return model.eval()


def mixed(plain: dict[str, Any], taught: dict[str, Any], share: float = SHARE_TAUGHT) -> dict[str, Any]:
    """Return the weights between two models of one origin (Wortsman et al. 2022, Robust fine-tuning)."""
    return {name: (1 - share) * plain[name] + share * taught[name] for name in plain}


def _share_of_rate(number: int, total: int) -> float:
    warm = max(total // 10, 1)
    if number < warm:
        return (number + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (number - warm) / max(total - warm, 1)))


def _loss(model: Any, tokenizer: Tokenizer, lesson: Lesson, none: Any) -> tuple[Any, int, int]:
    import torch

    titles = _vectors(model, tokenizer, ["passage: " + text for text in lesson.titles], LONGEST_QUESTION)
    bodies = _vectors(model, tokenizer, ["passage: " + text for text in lesson.bodies], LONGEST_BODY)
    questions = _vectors(model, tokenizer, ["query: " + text for text in lesson.questions], LONGEST_QUESTION)
    both = torch.stack([questions @ titles.T, questions @ bodies.T]) / TEMPERATURE
    scores = torch.logsumexp(both, dim=0) - math.log(2)
    scores = torch.cat([scores, (none / TEMPERATURE).expand(len(questions), 1)], dim=1)
    wanted = torch.tensor([row if row >= 0 else len(lesson.titles) for row in lesson.answers])
    loss = torch.nn.functional.cross_entropy(scores, wanted)
    return loss, int((scores.argmax(1) == wanted).sum()), len(wanted)


def _vectors(model: Any, tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> Any:
    """Return unit vectors, read in pieces of like length: short texts need not wait for long ones."""
    import torch

    read = [found.ids[:longest] for found in tokenizer.encode_batch_fast(list(texts))]
    order = sorted(range(len(read)), key=lambda i: len(read[i]))
    parts = []
    for start in range(0, len(order), 16):
        rows = [read[i] for i in order[start : start + 16]]
        ids = torch.ones((len(rows), max(map(len, rows))), dtype=torch.long)
        for row, found in enumerate(rows):
            ids[row, : len(found)] = torch.tensor(found)
        there = (ids != 1).long()
        last = model(input_ids=ids, attention_mask=there).last_hidden_state
        mean = (last * there.unsqueeze(-1)).sum(1) / there.sum(1, keepdim=True)
        parts.append(torch.nn.functional.normalize(mean, dim=1))
    back = torch.argsort(torch.tensor(order))
    return torch.cat(parts)[back]
