# Every command there is. `make` alone prints them.
PYTHON ?= python3
BIN := .venv/bin
export QUANHENG_HOME ?= $(CURDIR)/var

help: ## print this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: ## make .venv with the locked packages
	@$(PYTHON) bootstrap.py

setup-dev:
	@$(PYTHON) bootstrap.py --dev

demo: setup ## set everything up, run the main job on the demonstration city, leave its papers in out/rehearsal
	@$(BIN)/quanheng demo --once --out out/rehearsal

serve: setup ## the demonstration city in the browser
	@$(BIN)/quanheng demo

test: setup-dev ## set everything up and pass the tests
	@$(BIN)/python -m quanheng.cli.screens.check_machine
	@$(BIN)/pytest -n 2 --dist loadgroup

test-spark: setup-dev ## the tests of judging over Spark: PySpark (430 MB) in .tools/spark, Java 17 from the machine
	@$(PYTHON) -m pip install --quiet --upgrade --no-compile --root-user-action=ignore --target .tools/spark 'pyspark>=4'
	@PYTHONPATH=.tools/spark $(BIN)/pytest -n 0 src/quanheng/regulation/tests/core/test_spark.py

lint: setup-dev ## style, types, staircase
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: setup-dev ## regenerate the reference pages
	@$(BIN)/quanheng docs

pictures: setup-dev ## take the pictures of the README anew (needs a Chromium)
	@QUANHENG_PICTURES=1 $(BIN)/pytest -q tests/browser/test_pages.py

bench: setup-dev ## measure, as a table and JSON
	@$(BIN)/python -m benchmarks.run

bench-law: setup-dev ## measure the law over ten million rows, beside other engines
	@$(PYTHON) -m pip install --quiet --upgrade --target .tools/rivals openfisca-core pandas
	@$(BIN)/python -m benchmarks.law

bench-imports: setup-dev ## measure imports: a workbook of 100,000 rows, 2,000 forms
	@$(BIN)/python -m benchmarks.imports

bench-forms: setup-dev ## measure forms: PDF, Word, .lrmx, .lrm, exchange packages
	@$(BIN)/python -m benchmarks.forms

fuzz: setup-dev ## damaged files against every reader, until a time limit; goes on where it stopped, up to a million
	@$(BIN)/python -m tests.fuzz.run

bench-keys: setup-dev ## measure keys: a field through five levels, 100,000 re-seals
	@$(BIN)/python -m benchmarks.keys

fuzz-record: setup-dev ## ten thousand changes to the record and to a case's folder: each must be found
	@$(BIN)/python -m tests.fuzz.record

bench-record: setup-dev ## measure the log at a million leaves: check, checkpoint, proof, act (3 minutes, 1 GB)
	@$(BIN)/python -m benchmarks.record

bench-province: setup-dev ## measure a province of a million people beside one of ten thousand (30 minutes, 5 GB)
	@$(BIN)/python -m benchmarks.province

drill: setup-dev ## kill pages, worker and database two hundred times under load; nothing acknowledged may be lost
	@$(BIN)/python -m tests.drill.run

fuzz-pages: setup-dev ## twenty thousand strange addresses and forms to every page; the counts
	@QUANHENG_FUZZ_PAGES=20000 $(BIN)/pytest -q -n 0 tests/fuzz/test_pages.py
	@cat out/fuzz-pages.txt

matrix: setup-dev ## every role at every address with every object of four places, whole: 0 leaks, 0 wrong refusals
	@QUANHENG_MATRIX=1 $(BIN)/pytest -q -n 2 --dist load tests/house/test_matrix.py tests/house/test_acts_out_of_sight.py

state: setup-dev ## at a release: keep the present schema as a state that later versions must upgrade (NAME=0.2)
	@QUANHENG_HOME=$(CURDIR)/var $(BIN)/python -m tests.states.keep $(NAME)

bundle: setup-dev ## everything for a machine without a network: dist/quanheng-*.tar
	@$(BIN)/python bundle.py $(TARGET)

bundle-test: bundle ## install the bundle in an empty environment with the network cut
	@QUANHENG_BUNDLE=$$(ls -t $(CURDIR)/dist/quanheng-*.tar | head -1) $(BIN)/pytest -q -n 0 tests/journeys/test_offline.py

lock: ## renew uv.lock (needs uv on the path)
	@$(PYTHON) lock.py uv

.PHONY: help setup setup-dev demo serve test test-spark lint docs pictures bench bench-law bench-imports bench-forms bench-keys fuzz bench-province lock fuzz-record bench-record drill fuzz-pages matrix state bundle bundle-test
