# Everything a newcomer needs: `make demo` and `make test`. The rest is for those who change the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.PHONY: demo test lint types eval page pictures api gazetteer lock clean setup

setup: $(VENV)/.ready

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

page: src/dateline/page/index.html

src/dateline/page/index.html: page/package-lock.json page/index.html $(wildcard page/*.ts page/*.js page/*.json) $(shell find page/src -type f 2>/dev/null)
	cd page && npm ci --no-audit --no-fund --silent && npm run --silent build
	touch $@

api: setup
	$(BIN)/python tools/build_api_types.py

gazetteer: src/dateline/data/cities.tsv.xz

src/dateline/data/cities.tsv.xz: tools/build_gazetteer.py requirements-dev.lock | setup
	$(BIN)/python tools/build_gazetteer.py

pictures: setup page gazetteer
	$(BIN)/python tools/build_pictures.py

demo: setup page gazetteer
	@mkdir -p out
	$(BIN)/dateline report examples/coverage -o out/report.html --store out/demo.sqlite
	@$(BIN)/dateline eval sample examples
	@echo "The report is at $(CURDIR)/out/report.html"

test: setup page gazetteer
	$(BIN)/pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup page
	$(BIN)/mypy
	cd page && npm run --silent check

eval: setup gazetteer
	$(BIN)/python eval/gate.py $(SHARED)/bench

lock:
	uv pip compile pyproject.toml --extra web --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock -q
	uv pip compile pyproject.toml --extra web --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.lock -q

clean:
	rm -rf $(VENV) out page/node_modules src/dateline/page/index.html src/dateline/data/cities.tsv.xz .cache
