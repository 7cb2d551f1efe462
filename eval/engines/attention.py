"""Attention of a few new tokens to many kept ones, without copying keys and values for each group of heads.

transformers does so for one new token; for the several of a draft it repeats all keys and values.
"""

from typing import Any

import torch
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

NAME = "edgejson_grouped"
"""The name under which the attention is known to transformers."""


def use_grouped_attention(model: Any) -> None:
    """Let a model that attends through PyTorch's scaled dot product group its queries; others stay."""
    if getattr(model.config, "_attn_implementation", None) == "sdpa":
        AttentionInterface.register(NAME, grouped_attention)
        AttentionMaskInterface.register(NAME, sdpa_mask)
        model.set_attn_implementation(NAME)


def grouped_attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    """Return what transformers' own attention returns, [rows, new tokens, heads, head size].

    ``query`` is [rows, heads, new tokens, head size], ``key`` and ``value`` have fewer heads, of which each
    serves a group of the query's: the queries of a group stand in line as if they were more new tokens.
    """
    rows, heads, asked, size = query.shape
    group = heads // key.shape[1]
    if attention_mask is None or group == 1 or asked == 1 or asked == key.shape[2]:
        attended, _ = sdpa_attention_forward(module, query, key, value, attention_mask, **options)
        return attended, None
    inline = query.reshape(rows, heads // group, group * asked, size)
    mask = attention_mask.repeat(1, 1, group, 1)
    attended = torch.nn.functional.scaled_dot_product_attention(
        inline, key, value, attn_mask=mask, scale=options.get("scaling")
    )
    return attended.reshape(rows, heads, asked, size).transpose(1, 2).contiguous(), None
