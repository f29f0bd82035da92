# make demo: set up and read the example reports. make test: set up and run every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
# EXTRAS=test,desk also makes the journeys through the desk, in a browser (chromium).
EXTRAS ?= test
COMMA := ,
TESTED := $(VENV)/.tested-$(subst $(COMMA),-,$(EXTRAS))

.PHONY: demo transcript test lint types contract tests score bench docs clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(TESTED): $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[$(EXTRAS)]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/python -m workshop.demo

transcript: $(VENV)/.installed
	$(BIN)/python -m workshop.demo --readme

test: lint types contract tests

lint: $(TESTED)
	$(BIN)/ruff check .

types: $(TESTED)
	$(BIN)/mypy

contract: $(TESTED)
	$(BIN)/lint-imports

tests: $(TESTED)
	$(BIN)/pytest

score: $(TESTED)
	$(BIN)/python -m workshop.scoring --shared $(SHARED)

bench: $(TESTED)
	$(BIN)/python -m workshop.bench.reading $(SHARED)/corpus/dev/articles.jsonl
	$(BIN)/python -m workshop.bench.reading $(SHARED)/corpus/dev/news-items.jsonl
	$(BIN)/python -m workshop.bench.desk

docs: $(VENV)/.installed
	$(BIN)/python -m workshop.pages

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
