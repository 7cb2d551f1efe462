# Every target makes the environment (.venv) first, if it is not up to date. `make` alone lists the targets.
BIN := .venv/bin
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help env demo test lint format data attest refresh fuzz bench wheel constraints changelog

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

env: ## make or update .venv (PYTHON=... picks the interpreter, TORCH_INDEX_URL=... an index for torch)
	@tools/env.sh

demo: env ## the whole way on real data: validate, refuse, train, evaluate, compare
	@tools/demo.sh

test: env ## run the tests, two at a time (PYTEST_ARGS="-k invoice" narrows them, "-n 0 --pdb" stops in one)
	$(BIN)/python -m pytest -n 2 --ignore=tests/bench $(PYTEST_ARGS)

# The rooms linked into edgejson/ are linted where they live (ruff) and typed under their real names,
# through the links (mypy's `files` in pyproject.toml): each module once either way.
lint: env ## ruff, ruff format --check, mypy --strict
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: env ## let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

attest: env ## validate the data, renew the attestations beside it and the validation report
	$(BIN)/python -m pytest --edgejson data/*_v3.jsonl data/v3.0/*_v3.jsonl data/random_schemas/train.jsonl
	$(BIN)/python -m edgejson.generators report

refresh: attest ## renew all that follows from the suite: attestations, stored reports, LEADERBOARD.md
	$(BIN)/python -m edgejson.eval rescore data/v3.0/reports/*.json --data data/v3.0/test_v3.jsonl
	$(BIN)/python -m edgejson.eval leaderboard data/v3.0/reports/*.json --output LEADERBOARD.md

data: env ## rebuild every file under data/ from its seeds, and renew what follows
	$(BIN)/python -m edgejson.generators data
	$(MAKE) --no-print-directory refresh

fuzz: env ## fuzz the generators: 10,000 examples a schema, their number and time at the end (about half an hour)
	$(BIN)/python -m pytest --hypothesis-profile=thorough -n 2 --dist worksteal --timeout 7200 -p no:randomly \
		tests/generators/test_any_record_passes.py tests/generators/test_properties.py \
		tests/generators/test_repair_properties.py $(PYTEST_ARGS)

bench: env ## run the benchmarks in tests/bench, printing their tables
	OMP_NUM_THREADS=$$($(BIN)/python -c 'import os; print(os.cpu_count())') \
		$(BIN)/python -m pytest -p no:randomly -s tests/bench $(PYTEST_ARGS)

wheel: env ## build the wheel of the last commit into dist/, the same bytes each time
	@tools/wheel.sh

changelog: env ## show what changelog/ holds for the next release
	@$(BIN)/towncrier build --draft --version next

constraints: env ## pin what is installed in .venv now
	@tools/constraints.sh
