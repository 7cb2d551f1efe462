"""``python -m edgejson.eval``."""

import sys

from edgejson.eval.command_line import main

if __name__ == "__main__":
    sys.exit(main())
