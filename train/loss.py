"""The loss of a micro-batch, with logits computed only where a token is to be predicted.

The output layer is a fifth of SmolLM2-135M, and most positions of a micro-batch are prompt: leaving them out
was worth a factor of 1.7 in training time.
"""

from typing import Any

import torch
from torch.nn import functional

from edgejson.train.micro_batch import MicroBatch


def summed_loss(model: Any, batch: MicroBatch) -> torch.Tensor:
    """Return the sum, over the labelled tokens, of weight x cross-entropy in nats; a scalar with gradient.

    `model` is a transformers causal language model, adapted by peft or not; dividing by the sum of
    the weights of a whole step makes it the mean that is minimised.
    """
    hidden = model.get_decoder()(input_ids=batch.input_ids, use_cache=False).last_hidden_state
    labelled = hidden.flatten(0, 1).index_select(0, batch.positions)
    logits = model.get_output_embeddings()(labelled).float()
    losses = functional.cross_entropy(logits, batch.targets, reduction="none")
    return (losses * batch.weights).sum()


def logits_are_plain(model: Any) -> bool:
    """Whether the output layer's values are the model's logits, as `summed_loss` takes them to be.

    A few architectures scale or cap them afterwards; this asks the model itself.
    """
    input_ids = torch.tensor([[1, 2, 3]], device=next(model.parameters()).device)
    with torch.no_grad():
        hidden = model.get_decoder()(input_ids=input_ids, use_cache=False).last_hidden_state
        ours = model.get_output_embeddings()(hidden)
        theirs = model(input_ids=input_ids, use_cache=False).logits
    return bool(torch.allclose(ours.float(), theirs.float(), rtol=1e-4, atol=1e-4))
