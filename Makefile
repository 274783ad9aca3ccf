# The one entry for people; `make help` lists what there is.
SHELL := /bin/bash
export CGO_ENABLED = 0
SHARED ?= ../shared

.PHONY: help build demo test race fuzz bench lint scores models ci

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

build: ## build bin/chancery
	go build -trimpath -o bin/chancery ./cmd/chancery

demo: ## the main job on a bundled report
	go run ./cmd/chancery brief --on 2021-11-01 --pair RUS,NATO examples/2021-10-18-nato-russia.json

test: ## all tests
	go test ./...

race: ## the concurrent packages under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -short ./ledger/... ./read ./cmd/chancery

fuzz: ## every fuzz target for a few seconds
	.ci/fuzz 5

bench: ## benchmarks, one core
	go test -run '^$$' -bench . -benchmem -cpu 1 ./text ./parse ./actor ./timex ./attribution ./extract ./relate ./read

lint: ## gofmt, vet, staticcheck
	test -z "$$(gofmt -l .)"
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

scores: build ## scores on the shared data, where present
	.ci/scores $(SHARED)

ci: ## what runs before a change lands
	bash .ci/run
