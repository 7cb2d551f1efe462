"""The subcommands of ``python -m edgejson.generators`` that make and describe records."""
