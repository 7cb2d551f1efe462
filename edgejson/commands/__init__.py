"""The subcommands of ``edgejson``."""
