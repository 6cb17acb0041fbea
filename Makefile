# What can be done with this checkout. `make` alone lists it.
# Nothing but make and Python 3.11 or newer is needed; everything else is put into .venv, as locked.

SHELL := /bin/sh
HOST ?= 127.0.0.1
PORT ?= $(or $(UNTERHAKEN_WEB__PORT),8080)
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys, venv; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
BIN := .venv/bin

# Without its bytecode every start, and the suite makes hundreds, compiles everything again: seconds each.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench lock clean

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: .venv/runtime ## try it in the browser, with invented people and no account (HOST=, PORT=)
	@$(BIN)/python -m bot demo --host $(HOST) --port $(PORT)

test: .venv/dev ## run the whole suite, three files at a time: live ones wait much (ARGS= for pytest)
	$(BIN)/python -m pytest $(or $(ARGS),-n 3 --dist loadfile --no-loadscope-reorder)

lint: .venv/dev ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: .venv/dev ## put the code into its usual form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: .venv/bench .venv/peers/ready ## measure, print a table and write build/bench/*.json
	$(BIN)/python -m benchmarks $(ARGS)

lock: .venv/installer ## write the lock files anew from pyproject.toml
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) pyproject.toml --extra dev --extra bench --constraint requirements-dev.lock --output-file requirements-bench.lock
	$(LOCK) --group peers --output-file requirements-peers.lock
	echo uv | $(LOCK) - --output-file requirements-installer.lock

clean: ## take away what was built (data/ stays)
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# For every platform and Python from 3.11 on; no address of a registry is written down.
LOCK := $(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --quiet

# -- what is installed ---------------------------------------------------------------------------------------------------
# uv installs in seconds what takes pip a minute. Where it cannot be had, or cannot reach a registry that pip is
# configured for, pip does the same work. A lock file that has changed is installed again.

define install
@$(BIN)/uv --quiet pip install --python $(BIN)/python --require-hashes -r $(1) 2>/dev/null \
	|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)
@touch $@
endef

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with its venv module is needed (Debian: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m venv .venv
	@printf '#!%s\nimport sys\n\nsys.path.insert(0, "%s")\nfrom bot.__main__ import main\n\nmain()\n' \
		"$(CURDIR)/.venv/bin/python" "$(CURDIR)" > .venv/bin/unterhaken
	@chmod +x .venv/bin/unterhaken

.venv/installer: requirements-installer.lock | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< \
		|| echo "uv cannot be had here; pip takes over."
	@touch $@

.venv/runtime: requirements.lock | .venv/installer
	@echo "Installing what the assistant needs into .venv ..."
	$(call install,$<)

.venv/dev: requirements-dev.lock | .venv/installer
	@echo "Installing what the tests need into .venv ..."
	$(call install,$<)
	@touch .venv/runtime

.venv/peers/ready: requirements-peers.lock | .venv/installer
	@echo "Installing the peers of the measurements into .venv/peers ..."
	@$(PYTHON) -m venv .venv/peers
	@$(BIN)/uv --quiet pip install --python .venv/peers/bin/python --require-hashes -r $< 2>/dev/null \
		|| .venv/peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/bench: requirements-bench.lock | .venv/installer
	@echo "Installing what the measurements need into .venv ..."
	$(call install,$<)
	@touch .venv/runtime .venv/dev
