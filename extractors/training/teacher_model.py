"""The teacher: a small transformer over subwords with biaffine heads (Dozat & Manning 2017), in PyTorch.

Only training uses it; nothing of it is shipped. It needs torch and numpy alone, so that it runs on any machine.
"""

# mypy: ignore-errors
# torch is no dependency of the package, so its types are unknown where the checks run.

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH, LAYERS, HEADS = 448, 7, 7
ARC, LABEL = 384, 128


class Block(nn.Module):
    """A transformer layer, normalised before each half, with rotary positions."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        """`width` is a multiple of `heads`."""
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, rotation: tuple[Tensor, Tensor], mask: Tensor | None) -> Tensor:
        """The layer's output, same shape."""
        batch, length, width = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(rotate(q, rotation), rotate(k, rotation), v, attn_mask=mask)
        x = x + self.drop(self.out(y.transpose(1, 2).reshape(batch, length, width)))
        return x + self.drop(self.down(F.gelu(self.up(self.norm2(x)))))


def rotate(x: Tensor, rotation: tuple[Tensor, Tensor]) -> Tensor:
    """Queries or keys turned by their position."""
    cos, sin = rotation
    a, b = x.chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, a * sin + b * cos), dim=-1).to(x.dtype)


class Encoder(nn.Module):
    """Subword numbers to vectors; `predict` gives the scores of masked subwords."""

    def __init__(
        self, pieces: int, width: int = WIDTH, layers: int = LAYERS, heads: int = HEADS, dropout: float = 0.1
    ) -> None:
        """Random weights."""
        super().__init__()
        self.width, self.heads = width, heads
        self.embed = nn.Embedding(pieces, width)
        nn.init.normal_(self.embed.weight, std=0.02)
        self.blocks = nn.ModuleList(Block(width, heads, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.transform, self.bias = nn.Linear(width, width), nn.Parameter(torch.zeros(pieces))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors of shape (batch, length, width); `mask` is true where a subword may be attended to."""
        half = self.width // self.heads // 2
        rate = torch.exp(-math.log(10000.0) * torch.arange(half, device=ids.device) / half)
        angle = torch.arange(ids.shape[1], device=ids.device)[:, None] * rate[None]
        x = self.drop(self.embed(ids) * math.sqrt(self.width) * 0.2)
        for block in self.blocks:
            x = block(x, (angle.cos(), angle.sin()), mask)
        return self.norm(x)

    def predict(self, vectors: Tensor) -> Tensor:
        """Scores of every subword for the given places."""
        return F.linear(F.gelu(self.transform(vectors)), self.embed.weight, self.bias)


class Teacher(nn.Module):
    """Heads on the encoder: arcs and labels, and one classifier a layer of annotation (pos, feats, tag, ner)."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int], dropout: float = 0.25) -> None:
        """`sizes` gives the number of labels a layer, with `dep` for the relations."""
        super().__init__()
        width = encoder.width
        self.encoder, self.drop = encoder, nn.Dropout(dropout)
        self.mix = nn.Linear(2 * width, width)
        self.arc_head, self.arc_dep = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_head, self.label_dep = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(sizes["dep"], LABEL + 1, LABEL + 1))
        self.classify = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items() if name != "dep"})

    def words(self, ids: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors (batch, words, width) from the first and last subword of each; word 0 stands for the root."""
        x = self.encoder(ids, (ids != 0)[:, None, None, :])
        index = (torch.arange(len(ids), device=ids.device)[:, None], first)
        return self.drop(F.gelu(self.mix(self.drop(torch.cat((x[index], x[index[0], last]), dim=-1)))))

    def arcs(self, words: Tensor, present: Tensor) -> Tensor:
        """Scores (batch, dependent, head); no head outside the sentence, none is its own."""
        dep, head = self.drop(F.gelu(self.arc_dep(words))), self.drop(F.gelu(self.arc_head(words)))
        dep = torch.cat((dep, torch.ones_like(dep[..., :1])), dim=-1)
        scores = (dep @ self.arc @ head.transpose(1, 2)).float()
        itself = torch.eye(words.shape[1], dtype=torch.bool, device=words.device)[None]
        return scores.masked_fill(~present[:, None, :] | itself, -1e4)

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores (batch, dependent, label) under the given heads."""
        dep, head = self.drop(F.gelu(self.label_dep(words))), self.drop(F.gelu(self.label_head(words)))
        head = head[torch.arange(len(head), device=head.device)[:, None], heads]
        dep, head = (torch.cat((v, torch.ones_like(v[..., :1])), dim=-1) for v in (dep, head))
        return torch.einsum("bni,lij,bnj->bnl", dep, self.label.to(dep.dtype), head).float()
