# Each target sets up what it needs: Python 3.11 or later, make and git are enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
LANGUAGE ?= en
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint types docs bench clean

demo: .venv/.base          ## evaluate the demo FAQ and write faqeval-report/
	$(BIN)/faqeval demo $(LANGUAGE)

test: lint types           ## everything CI checks
	$(BIN)/python -m pytest -q

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: .venv/.dev
	$(BIN)/mypy

docs: .venv/.dev           ## write the generated parts of README and docs/
	$(BIN)/python -m docs.generate

bench: .venv/.dev          ## measure again what benchmarks/RESULTS.md says (DATA=folder of the open sets)
	$(BIN)/python -m benchmarks $(if $(DATA),--data $(DATA))

.venv/.python:
	@test -n "$(PYTHON)" || { echo "faqeval needs Python 3.11 or later; none was found. Install it, or say make PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/.base: .venv/.python pyproject.toml
	$(PIP) -e .
	touch $@

.venv/.dev: .venv/.python pyproject.toml
	$(PIP) -e '.[dev]'
	touch $@ .venv/.base

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
