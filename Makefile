# Two commands, on a machine with nothing but Python 3.11+ and make:
#   make demo   a sample article, split, checked and reported, in demo/ledger.db
#   make test   everything the project checks about itself

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check docs sample wheel clean

demo: $(VENV)/installed
	rm -rf demo && mkdir demo
	$(BIN)/python docs/sample/make_ledger.py demo/ledger.db
	$(BIN)/claimledger --db demo/ledger.db report
	@echo "Look around: $(BIN)/claimledger --db demo/ledger.db list"

test: $(VENV)/dev check
	$(BIN)/pytest -n 2

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What is made from other files and committed: docs/cli.md, docs/report.svg, docs/review.svg, ledger.db.
docs: $(VENV)/dev
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_consoles.py
	$(BIN)/python docs/make_picture.py
	$(BIN)/python docs/make_desk_picture.py

sample: $(VENV)/dev
	$(BIN)/python docs/sample/make_ledger.py ledger.db

wheel: $(VENV)/dev
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:
	rm -rf $(VENV) demo dist build

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("claimledger needs Python 3.11 or later") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --group dev --editable .
	touch $@ $(VENV)/installed
