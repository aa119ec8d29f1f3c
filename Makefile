# Two commands matter: `make demo` shows what this is, `make test` checks all of it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test format build clean
.PHONY: ready-to-test check-format check-build check-packs check-mutants check-days check-district check-web check-faults
.PHONY: screenshots tested

YIFA   := .build/release/yifa
PYTHON := .build-tools/venv/bin/python
SWIFT_FILES := Package.swift Sources Tests

# One optimised build serves all checks: stories are told some thousand times. Its modules can be looked into by tests.
TESTED := -c release -Xswiftc -enable-testing
BUILD_TESTED := swift build $(TESTED) --explicit-target-dependency-import-check error

DEMO := .build/demo/haidian-2023.db
TRIAL := .build/trial
TRIAL_DB := $(TRIAL)/haidian-2023.db

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1\t/p' Makefile | expand -t 16

demo: ## Play the demonstration district's year and print its report
	@echo "== Getting ready"
	@scripts/setup.sh
	@echo "== Building (the first time takes several minutes)"
	@swift build -c release --product yifa
	@echo "== Playing the year into $(DEMO)"
	@mkdir -p $(dir $(DEMO))
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(YIFA) demo --database $(DEMO)

test: ready-to-test check-format check-build check-packs check-mutants check-days check-district check-web check-faults ## Check everything
	@echo "== All checks passed: format, unit and layout tests, packs, due dates, the district's year and ledger, the web, faults"

format: ## Lay out the Swift files as the house rules say
	@echo "== Formatting"
	@swift format --in-place --parallel --recursive $(SWIFT_FILES)

build: ## Build the yifa command for use
	@echo "== Building a release"
	@swift build -c release --product yifa

clean: ## Remove what was built here
	@echo "== Removing .build and .build-tools"
	@rm -rf .build .build-tools

# The parts of `make test`, cheap ones first; never two at once.

ready-to-test:
	@echo "== Getting ready"
	@scripts/setup.sh test

check-format:
	@echo "== Checking the layout of the Swift files"
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)

check-build:
	@echo "== Building the tests; an undeclared import is an error"
	@$(BUILD_TESTED) --build-tests
	@echo "== Running the tests"
	@swift test --skip-build $(TESTED)

tested:
	@$(BUILD_TESTED) --product yifa

check-packs: tested
	@echo "== Checking the packs and their scenarios"
	@$(YIFA) pack check packs

# Each pack's rules are made weaker, one thing at a time: what its stories noticed once they notice again.

check-mutants: tested
	@echo "== Weakening rules of the packs, a sample of each; no more may go unnoticed than the records say"
	@for pack in $$(ls packs); do echo -n "$$pack: "; $(YIFA) pack mutate $$pack --limit 60 --seed 1 --compare; done
	@echo "== Calls of it that cannot be understood"
	@for call in nowhere "mediation --limit 0" "mediation --limit few --seed 1" "mediation --seed 1" \
	  "mediation --limit 9 --seed x" "mediation --limit 9 --record" "mediation --record --compare"; do \
	  code=0; $(YIFA) pack mutate $$call > /dev/null 2>&1 || code=$$?; \
	  if [ $$code != 64 ]; then echo "yifa pack mutate $$call: ended with $$code, not 64"; exit 1; fi; \
	done

check-days: tested
	@echo "== Comparing due dates with an independent calendar"
	@$(PYTHON) Tests/LawTests/oracle/working_days.py $(YIFA)
	@echo "== Comparing the statutory days after the announced years with lunar calendars"
	@$(PYTHON) Tests/LawTests/oracle/statutory_days.py calendars/cn.yaml $(YIFA)

check-district: tested
	@echo "== Playing the demonstration year"
	@rm -rf $(TRIAL)
	@mkdir -p $(TRIAL)
	@$(YIFA) demo --quiet --database $(TRIAL_DB)
	@echo "== Comparing the figures with the published ones"
	@$(PYTHON) Tests/IndicatorsTests/year/figures.py $(YIFA) $(TRIAL_DB)
	@echo "== Checking the report's arithmetic"
	@$(YIFA) report check --database $(TRIAL_DB)
	@echo "== Checking the ledger here"
	@$(YIFA) ledger check --database $(TRIAL_DB)
	@echo "== Checking the exported ledger and a proof with an independent reader"
	@$(YIFA) ledger export --database $(TRIAL_DB) --to $(TRIAL)/log
	@$(YIFA) ledger prove 0 --database $(TRIAL_DB) --to $(TRIAL)/0.tlog-proof
	@$(YIFA) ledger verify $(TRIAL)/0.tlog-proof
	@$(PYTHON) Tests/LedgerTests/independent/read_log.py $(TRIAL)/log $(TRIAL)/0.tlog-proof $(TRIAL)/0.entry.json

check-web: tested
	@echo "== Using the web in a browser as citizens, officers, leaders, the public and programs do"
	@$(PYTHON) Tests/WebTests/browser/run.py $(YIFA) $(TRIAL_DB)

check-faults: tested
	@echo "== Killing the program in the middle of its work"
	@$(PYTHON) Tests/StorageTests/faults/kill.py $(YIFA)

# Pictures for the README, of the district that check-district played.

screenshots: build
	@echo "== Taking pictures of the real thing into docs/screenshots"
	@$(PYTHON) scripts/screenshots.py $(YIFA) $(TRIAL_DB)
