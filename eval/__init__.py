"""Generation and scoring on admitted data."""

if __name__ != "edgejson.eval":
    raise ImportError(
        f"{__name__!r} is a folder of the edgejson source tree: import it as 'edgejson.eval', "
        "so that each of its modules exists once."
    )
