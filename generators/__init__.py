"""Records that are right by construction, ways to break them on purpose, and ways to mend files."""

if __name__ != "edgejson.generators":
    raise ImportError(
        f"{__name__!r} is a folder of the edgejson source tree: import it as 'edgejson.generators', "
        "so that each of its modules exists once."
    )
