"""LoRA training of small causal language models on admitted data."""

if __name__ != "edgejson.train":
    raise ImportError(
        f"{__name__!r} is a folder of the edgejson source tree: import it as 'edgejson.train', "
        "so that each of its modules exists once."
    )
