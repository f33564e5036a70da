# Everything a person types. `make run` needs only Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: help setup develop run test test-browser check format bench fuzz docs lock clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

setup: .venv/.ready ## make the environment and the command .venv/bin/palermo

.venv/.ready: locks/requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Palermo needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) -r locks/requirements.txt
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

develop: .venv/.develop

.venv/.develop: .venv/.ready locks/development.txt
	$(PIP) -r locks/development.txt
	@touch $@

run: setup ## start the site with the demonstration's data on http://localhost:8000
	@PALERMO_DEMO=1 $(BIN)/palermo serve

test: develop ## run the tests that Python packages allow; says what it skipped
	PALERMO_DEMO=1 PALERMO_HOME=var/test $(BIN)/python -m pytest -m "not browser and not fuzz"
	@echo "Not run here: tests/browser (make test-browser; they need Chromium) and slow fuzzing (make fuzz)"

test-browser: develop ## run the tests in Chromium (set CHROMIUM to its path if it is elsewhere)
	PALERMO_DEMO=1 PALERMO_HOME=var/test $(BIN)/python -m pytest -m browser tests/browser

check: develop ## lint, format, types, import contracts, missing migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PALERMO_DEMO=1 $(BIN)/mypy
	$(BIN)/lint-imports
	PALERMO_DEMO=1 $(BIN)/palermo django makemigrations --check --dry-run

format: develop ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: develop ## measure, as ratios against named peers in one run
	PALERMO_DEMO=1 $(BIN)/python -m bench

fuzz: develop ## slow fuzzing
	PALERMO_DEMO=1 PALERMO_HOME=var/test $(BIN)/python -m pytest -m fuzz

docs: develop ## write the generated reference pages anew
	PALERMO_DEMO=1 DJANGO_SETTINGS_MODULE=palermo.web.settings $(BIN)/python -m palermo.web.reference

messages: develop ## gather the interface texts for translation
	PALERMO_DEMO=1 $(BIN)/python -m palermo.web.messages

lock: ## lock the dependencies anew (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet --custom-compile-command "make lock" --output-file locks/requirements.txt
	uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet --custom-compile-command "make lock" --constraint locks/requirements.txt --output-file locks/development.txt

clean: ## remove the environment and the caches; the data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
