"""Having the plugin installed costs nothing: neither it nor the package loads a heavy library at start-up."""

from pathlib import Path

import pytest

from tests.project.conftest import RunPython

HEAVY = (
    "accelerate",
    "datasketch",
    "faker",
    "hypothesis",
    "numpy",
    "pandera",
    "peft",
    "polars",
    "ray",
    "torch",
    "transformers",
)


@pytest.mark.parametrize("module", ["edgejson", "edgejson.commands.extract", "pytest_edgejson.plugin"])
def test_import_loads_nothing_heavy(run_python: RunPython, module: str) -> None:
    program = f"import sys, {module}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = run_python(program)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_pytest_run_without_the_option_loads_nothing_heavy(run_python: RunPython, tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_one():\n    assert True\n")
    program = (
        "import sys, pytest\n"
        "code = pytest.main(['-p', 'edgejson', '-p', 'no:cacheprovider'])\n"
        f"print('loaded:', *sorted(set(sys.modules) & set({HEAVY!r})))\n"
        "sys.exit(code)\n"
    )
    # Ours is the only plugin: others may load what they like.
    done = run_python(program, cwd=tmp_path, env={"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().splitlines()[-1] == "loaded:"
