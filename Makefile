# Two commands matter: `make demo` and `make test`. `make help` lists the rest.
.PHONY: help demo test bench screenshots format prepare-run prepare-test
.DEFAULT_GOAL := help

# The first Python on this machine that the locked dependencies are made for. It is looked for once, not at each mention.
ifndef PYTHON
PYTHON := $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$name && break; done)
endif

help:  ## shows this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: prepare-run  ## the portal with its demo world on http://127.0.0.1:8000 (PORT= moves it)
	@.venv/bin/python -m tools.demo

test: prepare-test  ## all checks, on SQLite, on PostgreSQL and in a browser
	@.venv/bin/python -m tools.test

bench: prepare-test  ## builds large worlds and measures them (BENCH='--only pages --scale 40072' a part)
	@.venv/bin/python -m tools.bench $(BENCH)

screenshots: prepare-test  ## each page at 360 and 1280 px, into .screenshots/
	@.venv/bin/python -m tools.screenshots

format: prepare-test  ## puts Python and templates into the house's form
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format . && \
	find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

prepare-run prepare-test: prepare-%:
	@test -n "$(PYTHON)" || { echo 'Perlu Python 3.11, 3.12 atau 3.13. Ketik: sudo apt-get install python3 (atau PYTHON=/jalan/ke/python3.12)' >&2; exit 1; }
	@$(PYTHON) -m tools.prepare $*
