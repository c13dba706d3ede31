# Everything a developer does here, one word each. `make help` lists them.
# Every goal installs what it needs itself; a second time finds it there.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

TOOLS := $(HOME)/.cache/meerzien/tools
export MEERZIEN_TOOLS := $(TOOLS)
export PATH := $(TOOLS)/bin:$(HOME)/.cargo/bin:$(PATH)
export CARGO_TERM_COLOR ?= auto

# The other scripts are written as those of the front end are.
PRETTIER := frontend/node_modules/.bin/prettier --config frontend/.prettierrc.json --log-level warn \
	'tests/*.mjs' 'tests/{lib,attacks}/*.mjs'

.PHONY: help run test check bench format frontend setup setup-run setup-test setup-bench setup-node setup-cargo \
	quick-checks clippy units browser

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: setup-run frontend ## build everything and start on ./data with the demo organisation (http://127.0.0.1:8080)
	@echo "==> Building the program for use (the first time about fifteen minutes on two cores, then seconds)"
	@cargo build --release --package meerzien
	@scripts/run.sh

test: setup-test quick-checks clippy units browser ## everything, from quick checks to whole journeys in a browser

check: setup-run setup-node setup-cargo quick-checks clippy ## what to run before a commit: format, types, lints, rules, unit tests on SQLite
	@echo "==> Unit tests (SQLite, and none that opens a browser)"
	@cargo nextest run --workspace --no-fail-fast --filterset 'not test(/^chromium::/)'

bench: setup-run setup-test setup-bench frontend ## the measurements of docs/decisions and the table in README, as ratios
	@echo "==> Building the program and the benches for measuring"
	@cargo build --release --package meerzien
	@benches/run.sh

format: setup-node ## put Rust, TypeScript and styles in the house's format
	@cargo fmt --all
	@npm --prefix frontend run --silent format
	@$(PRETTIER) --write

frontend: setup-node
	@echo "==> Building the front end"
	@npm --prefix frontend run --silent build

setup: setup-test setup-bench ## install everything that any goal here needs

setup-run:
	@scripts/setup.sh run

setup-test: setup-run setup-node setup-cargo
	@scripts/setup.sh test

setup-bench:
	@scripts/setup.sh bench

setup-node:
	@scripts/node-packages.sh frontend tests

setup-cargo:
	@scripts/cargo-tools.sh

# Cheapest first, so that a slip is told within seconds.
quick-checks: frontend
	@echo "==> Format, types, licences and bans"
	@cargo fmt --all --check
	@npm --prefix frontend run --silent check
	@$(PRETTIER) --check
	@cargo fetch --locked --quiet
	@cargo deny --offline --log-level error check bans licenses sources

clippy: frontend
	@echo "==> Lints, warnings are errors (the first time it compiles the dependencies, about eight minutes)"
	@cargo clippy --workspace --all-targets --locked -- -D warnings

units: frontend
	@echo "==> Unit tests on SQLite and on a private PostgreSQL (the first time it compiles, about nine minutes)"
	@scripts/postgres.sh cargo nextest run --workspace --locked --no-fail-fast

browser: frontend
	@echo "==> The program itself, for the browser tests"
	@cargo build --package meerzien --locked
	@echo "==> The front end by itself in Chromium, and the demo's sound beside its ground truth"
	@npm --prefix frontend test --silent
	@node demo/check.mjs
	@echo "==> Whole journeys in Chromium, and attacks over plain HTTP"
	@scripts/postgres.sh npm --prefix tests run --silent test
