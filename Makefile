# The front door: `make run` plans from the examples, `make test` tests. Everything else is for developers.

UV_VERSION := 0.13.8
UV := .boot/bin/uv
BIN := .venv/bin

# The first Python that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)

.PHONY: help run test check bench format lock clean

help:  ## List what make can do
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

run: .venv/.run-ready  ## Plan four weeks from an example profile and log
	$(BIN)/legday plan examples/male-bodybuilder.yaml --log examples/strong-log.csv --html plan.html
	@echo "The same plan as a page: $(CURDIR)/plan.html"
	@echo "Now yours: copy a profile from examples/ and run $(BIN)/legday plan my-profile.yaml"

test: .venv/.test-ready  ## Run the tests
	$(BIN)/python -m pytest -n auto

check: .venv/.test-ready  ## Lint, check types and the order of rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.test-ready  ## Print the benchmarks beside their targets
	$(BIN)/python -m bench

format: .venv/.test-ready  ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(UV)  ## Pin the dependencies of pyproject.toml again
	$(UV) pip compile -q --universal --generate-hashes --no-header --group build pyproject.toml -o requirements.lock
	$(UV) pip compile -q --universal --generate-hashes --no-header --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:  ## Remove the environment and what tools leave behind
	rm -rf .venv .boot .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# uv comes from the package index; --target needs neither python3-venv nor a writable system.
$(UV):
	@test -n "$(PYTHON)" || { echo "legday needs Python 3.11 or newer; install it, or say make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .boot uv==$(UV_VERSION)

.venv/.run-ready: requirements.lock pyproject.toml | $(UV)
	@test -x $(BIN)/python || $(UV) venv -q --python $(PYTHON) .venv
	$(UV) pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src/legday  # so that the first command starts as fast as the next
	@touch $@

.venv/.test-ready: requirements-dev.lock .venv/.run-ready
	$(UV) pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@
