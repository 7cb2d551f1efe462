"""Check files compiled as pytest compiles test files, so that a failing assert tells its values."""

import ast
from pathlib import Path
from types import CodeType

from _pytest.assertion.rewrite import rewrite_asserts


def compile_check_file(source: bytes, path: Path) -> CodeType:
    """Return the code of a check file with rewritten asserts; SyntaxError when it is not Python."""
    tree = ast.parse(source, filename=str(path))
    rewrite_asserts(tree, source, str(path))
    return compile(tree, str(path), "exec", dont_inherit=True)
