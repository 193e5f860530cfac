# The two commands a newcomer needs:  make book   and   make test. Both do all the set-up.

PYTHON ?= python3
VENV := .venv
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
NOTEBOOKS := $(sort $(wildcard notebooks/*.ipynb))
BUILT := _build/html/index.html
BOOK := _build/book-is-built

.PHONY: help setup book class pdf serve test lint format test-python test-js test-notebooks test-book notebooks generate bench address constraints clean

help:
	@echo "make book        build the book            make test       run every test"
	@echo "make serve       serve the built book      make notebooks  execute and normalise the notebooks"
	@echo "make bench       measure the engines       make generate   write what is generated anew"
	@echo "make format      lay the code out          make lint       what linters and type checks find"
	@echo "make class       editions for a class      make pdf        the whole book as one PDF"
	@echo "make clean       remove what was built"

# --- set-up: a virtual environment with exact pins, node inside it, the packages of package-lock.json ---
setup: $(VENV)/ready node_modules/ready

$(VENV)/ready: requirements.txt requirements-dev.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --requirement requirements-dev.txt
	$(VENV)/bin/python tools/link_node.py
	touch $@

node_modules/ready: package-lock.json $(VENV)/ready
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# --- the book ---
# Python for the pages: four scripts, made again when the package or the standard library's packing changes
IN_PAGE := _build/python/ready
$(IN_PAGE): package-lock.json requirements.txt $(shell find microgpt tools/in_page -name "*.py" -o -name "*.json" -o -name "*.txt" -o -name make.mjs) | setup
	node tools/in_page/make.mjs microgpt "$$(python -c 'import traitlets; print(traitlets.__path__[0])')" $(@D)
	@touch $@

# the styles and fonts of formulas
VENDOR := _build/vendor-is-there
$(VENDOR): node_modules/ready
	@rm -rf _build/vendor
	@mkdir -p _build/vendor/katex/fonts
	@cp node_modules/katex/dist/katex.min.css _build/vendor/katex/
	@cp node_modules/katex/dist/fonts/*.ttf _build/vendor/katex/fonts/
	@touch $@

# All that a page is made of: the book is built again when some of it has changed.
MADE_OF := _config.yml _toc.yml package-lock.json requirements.txt requirements-dev.txt constraints.txt pyproject.toml \
	$(shell find book ladder microgpt notebooks tools -type f -not -path "*/__pycache__*" -not -path "*/.ipynb_checkpoints/*")
$(BOOK): $(IN_PAGE) $(VENDOR) $(MADE_OF) | setup
	@rm -rf _build/html   # what was published before does not linger
	jupyter-book build . --warningiserror --keep-going --quiet
	@python tools/finish_book.py _build/html
	@touch $@

book: $(BOOK)
	@echo "The book is ready. Open it in a browser: file://$(CURDIR)/$(BUILT)   (or: make serve)"

serve: book
	python -m http.server --directory _build/html 8000

# --- the editions for a class: make class CHAPTERS="00 01 02" RELEASE=2026-12-01 TITLE="..." ---
class: setup $(IN_PAGE) $(VENDOR)
	@rm -rf _build/class
	python tools/editions.py --out _build/class --chapters "$(CHAPTERS)" --release "$(RELEASE)" --title "$(TITLE)"

# --- the book on paper: _build/microgpt-course.pdf ---
pdf: book
	python tools/pdf.py $(if $(PAGES),--pages "$(PAGES)")

# --- tests ---
# What needs no browser runs side by side, each part's words in one piece where this make can do that; then the book.
# A whole run leaves a record for the page "What stands behind this book", each part a report.
RECORDED := $(if $(PAGES),,RECORD=_build/tests)
IN_ONE_PIECE := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
test: setup book
	@python tools/browser.py
	@python tools/tested.py
	$(MAKE) --no-print-directory --jobs 2 $(IN_ONE_PIECE) $(RECORDED) test-python test-notebooks lint test-js
	$(MAKE) --no-print-directory $(RECORDED) test-book
	@python tools/evidence_page.py _build/html

# A worker for each of two cores, and a third for the book: there one may wait for a browser. A file stays with one worker,
# for its tests share what is slow to make; tests/conftest.py says in which order the files go.
REPORT = $(if $(RECORD),--junitxml=$(RECORD)/$@.xml)
PYTEST = python -m pytest -q --dist loadfile --no-loadscope-reorder $(REPORT)
TWO_REPORTS = --test-reporter=spec --test-reporter-destination=stdout \
	--test-reporter=junit --test-reporter-destination=$(RECORD)/$@.xml
# What one worker has compiled, the others read, and so does each Python that a test starts.
unexport PYTHONDONTWRITEBYTECODE

# What these have found of a file that has not changed since, they remember in node_modules/.cache.
lint: setup
	ruff check --quiet .
	ruff format --quiet --check .
	npx eslint --max-warnings 0 --cache --cache-location node_modules/.cache/eslint/ .
	npx prettier --log-level warn --cache --check "**/*.{js,mjs,css}"
	npx tsc -p . --incremental --tsBuildInfoFile node_modules/.cache/types.json

format: setup
	ruff check --quiet --fix .
	ruff format --quiet .
	npx prettier --log-level warn --write "**/*.{js,mjs,css}"

# All in one process: to start one for each of a hundred files takes longer than most of them.
test-js: setup
	node --test --test-isolation=none $(if $(RECORD),$(TWO_REPORTS)) "tests/js/*.test.js"

test-python: setup
	$(PYTEST) -n 2 tests/unit tests/notebooks

test-notebooks: setup
	python -m pytest -q -n 2 --dist loadfile $(REPORT) --nbval $(NOTEBOOKS)

# all of it, or what is about some pages: make test-book PAGES="05 index"
test-book: setup
	$(PYTEST) -n 3 tests/book $(if $(PAGES),--pages "$(PAGES)")

# --- what is generated ---
notebooks: setup
	python tools/execute.py $(NOTEBOOKS)

generate: setup
	python tools/generate.py

bench: setup
	python -m benchmarks $(if $(TORCH),--torch $(TORCH))
	python tools/make_how_fast.py

address: setup
	python tools/address.py $(URL)

# the newest of everything that the requirements leave open, for the Python that runs this: take the oldest we support
constraints:
	rm -rf _build/pins && $(PYTHON) -m venv _build/pins
	cp constraints.txt _build/pins/before.txt && head -n 1 _build/pins/before.txt > constraints.txt
	_build/pins/bin/python -m pip install --quiet --requirement requirements-dev.txt || { cp _build/pins/before.txt constraints.txt; exit 1; }
	_build/pins/bin/python -m pip freeze --exclude-editable | sort -f >> constraints.txt
	rm -r _build/pins

clean:
	rm -rf _build build dist *.egg-info .pytest_cache .hypothesis
	find . -name __pycache__ -not -path "./$(VENV)/*" -not -path "./node_modules/*" -exec rm -rf {} +
