# Needs only git and make on Debian 12: every target first sets up what it uses.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.PHONY: help setup test test-postgis storm test-matrix demo bench accessibility screenshots pictures package translations municipalities clean

# Asked for only when a recipe needs it, so that `make help` works everywhere.
PYTHON = $(shell tools/setup.sh --where dev)
LINT = $(shell tools/setup.sh --where lint)
OFFSCREEN = QT_QPA_PLATFORM=offscreen PYTHONPATH=.

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## the demo workspace and two map atlases, without a screen
	@tools/setup.sh
	@$(OFFSCREEN) $(PYTHON) tools/demo.py

test: ## all tests and quality gates, in this machine's QGIS
	@tools/setup.sh dev lint
	@TRYGG_LINT=$(LINT) $(OFFSCREEN) $(PYTHON) -m pytest -q -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

test-postgis: ## the tests of records, imports and reports once more, on PostgreSQL instead of a GeoPackage
	@tools/setup.sh dev
	@$(OFFSCREEN) $(PYTHON) -m pytest -q -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder --engine postgis \
	  tests/data tests/exchange tests/reports $(PYTEST_ARGS)

storm: ## two minutes of eight sessions that edit the same records in PostgreSQL
	@tools/setup.sh dev
	@TRYGG_STORM_SECONDS=120 $(OFFSCREEN) $(PYTHON) -m pytest -q -s tests/data/test_storm.py tests/data/test_long_lock.py

test-matrix: ## the same tests in QGIS 3.40 and 3.44 (root only)
	@tools/matrix.sh run

package: ## dist/trygg.zip, ready for QGIS
	@tools/setup.sh
	@$(PYTHON) tools/package.py

bench: ## speed beside what a user would pick instead
	@tools/setup.sh dev bench
	@$(OFFSCREEN) $(PYTHON) bench/run.py

accessibility: ## every document's web page in a real browser, by WCAG 2.1 AA
	@tools/setup.sh dev accessibility
	@$(OFFSCREEN) $(shell tools/setup.sh --where accessibility) tools/accessibility.py

screenshots: ## the pictures of README and docs, from the real QGIS
	@tools/setup.sh
	@PYTHONPATH=. $(PYTHON) tools/screenshots.py

pictures: ## the pictures of the methods' pages, made by the tools themselves
	@tools/setup.sh
	@$(OFFSCREEN) $(PYTHON) tools/method_pictures.py

translations: ## collects the sentences of the code into i18n/
	@tools/setup.sh
	@$(PYTHON) tools/translations.py

municipalities: ## makes the municipalities' boundaries anew from SCB's
	@tools/setup.sh dev data
	@$(shell tools/setup.sh --where data) tools/municipalities.py

setup: ## only sets up what the other targets use
	@tools/setup.sh dev lint
	@echo "trygg: ready"

clean: ## removes what was built in the checkout
	@rm -rf build dist demo .pytest_cache .mypy_cache .ruff_cache .qgis-settings i18n/*.qm
