# Each word sets up what it needs, on a machine with Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := $(PYTHON) tools/bootstrap.py
LOCK := -m uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header

.PHONY: help run chat test check bench words wishes lock upgrade

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

run: ## the bot and its page, here
	@$(VENV) -m bot serve $(ARGS)

chat: ## talk with the bot here, in the terminal
	@$(VENV) -m bot chat $(ARGS)

test: ## all tests; ARGS="-k visit" for some
	@$(VENV) --npm -m pytest $(ARGS)

check: ## form, types, imports and translations
	@$(VENV) -m tools.check

bench: ## how quick it is
	@$(VENV) -m bench $(ARGS)

words: ## bring the catalogues up to date with the code
	@$(VENV) -m tools.words

wishes: ## learn anew what people wish for, from tools/wishes
	@VIRTUAL_ENV=.venv $(VENV) -m uv run -q --no-project --with scikit-learn \
		python -m tools.train_wishes

lock: ## bring the locks up to date with pyproject.toml
	@$(VENV) $(LOCK) --group dev -o requirements/dev.lock $(ARGS)
	@$(VENV) $(LOCK) --group run -o requirements/run.lock -c requirements/dev.lock
	@echo uv | $(VENV) $(LOCK) - -o requirements/uv.lock -c requirements/dev.lock

upgrade: ## the newest release of everything that the bot stands on
	@$(MAKE) lock ARGS=--upgrade
