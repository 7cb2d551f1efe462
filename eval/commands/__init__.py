"""The subcommands of ``python -m edgejson.eval``, one module each: ``add`` declares it, ``run`` does it."""
