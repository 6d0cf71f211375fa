# bifolio. `make` sets up, builds and renders; `make help` lists all targets. See HACKING.md.
# BUILD: folder of everything that is built. ROOMS: rooms under src/ to build. JOBS: how many
# at once. V=1: show the commands.
BUILD ?= build
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PREFIX ?= /usr/local
DATADIR = $(PREFIX)/share/bifolio
CC = gcc
CLANG = clang-14
CFLAGS ?= -O2 -g

ALL_ROOMS = base markup locale page asset read theme model check view block doc text layout out finish cli
ROOMS ?= $(ALL_ROOMS)

ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(JOBS)
endif
MAKEFLAGS += --no-print-directory
export BUILD JOBS
QUIET = $(if $(V),,@)
SHOW = $(if $(V),@:,@printf '%-5s %s\n')

all: ## set up, build, render every event under content/ into output/
	@src/setup/run build
	@+$(MAKE) $(BUILD)/bifolio
	@src/setup/render

# --- compiling --------------------------------------------------------------------------------

# The list of libraries stands in src/setup/packages.tsv alone.
PKGS := $(shell awk -F '\t' '$$1 == "build" && $$2 == "lib" { print $$3 }' src/setup/packages.tsv)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)

CPPFLAGS += -Isrc $(PKG_CFLAGS)
WARN = -std=c11 -Wall -Wextra -Wshadow
STRICT_ROOMS = base page layout
LDLIBS = -Wl,--as-needed $(PKG_LIBS) -lhyphen -lm

SRC = $(wildcard $(ROOMS:%=src/%/*.c))
OBJ = $(SRC:%.c=$(BUILD)/%.o)
# All rooms: all test programs. Some rooms: theirs.
TEST_ROOMS = $(if $(filter-out $(ROOMS),$(ALL_ROOMS)),$(ROOMS),*)
TESTS = $(patsubst %.c,$(BUILD)/%,$(wildcard $(TEST_ROOMS:%=tests/%/test_*.c)))
SCRIPTS = $(wildcard $(TEST_ROOMS:%=tests/%/*.sh))

# States of hyphenation dictionaries, kept beside them: read faster than built (src/text/hyphstates.h).
STATES = $(patsubst %.dic,%.states,$(wildcard fonts/*.dic))

$(BUILD)/bifolio: $(BUILD)/src/main.o $(BUILD)/libbifolio.a | $(STATES)
	$(SHOW) link $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libbifolio.a: $(OBJ)
	$(SHOW) ar $@
	$(QUIET)rm -f $@
	$(QUIET)ar rcs $@ $^

HYPHENATION = $(BUILD)/src/setup/hyphenation
$(HYPHENATION): $(HYPHENATION).o $(BUILD)/libbifolio.a
	$(SHOW) link $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/tests/text/test_hyphen: | $(STATES)
fonts/%.states: fonts/%.dic src/text/hyphdict.c src/text/hyphstates.c | $(HYPHENATION)
	$(SHOW) keep $@
	$(QUIET)$(HYPHENATION) $<

$(STRICT_ROOMS:%=$(BUILD)/src/%/%.o): WARN += -Wconversion

# Written anew only when it changes, so that other flags or another PREFIX compile again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS)' | cmp -s - $@ || \
		echo '$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS)' >$@
$(BUILD)/datadir: FORCE
	@mkdir -p $(@D)
	@echo '$(DATADIR)' | cmp -s - $@ || echo '$(DATADIR)' >$@
$(filter $(BUILD)/src/cli/%,$(OBJ)): $(BUILD)/datadir
$(BUILD)/src/cli/%.o: CPPFLAGS += -DBIFOLIO_DATADIR='"$(DATADIR)"'

$(BUILD)/%.o: %.c $(BUILD)/flags
	$(SHOW) cc $<
	@mkdir -p $(@D)
	$(QUIET)$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/libbifolio.a
	$(SHOW) link $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

-include $(OBJ:.o=.d) $(TESTS:=.d) $(BUILD)/src/main.d $(HYPHENATION).d

# --- tests ------------------------------------------------------------------------------------

tests: $(TESTS)

# Builds and runs without set-up; T=PATTERN chooses.
check: $(if $(filter-out $(ROOMS),$(ALL_ROOMS)),,$(BUILD)/bifolio) $(TESTS)
	@tests/run $(TESTS) $(SCRIPTS)

test: ## set up, build, run all tests; T=PATTERN: those whose file matches, T=/PATH: one test
	@src/setup/run build test
	@+$(MAKE) check

SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined
sanitize: ## the same tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@src/setup/run build test
	@+ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:verify_asan_link_order=0 \
		LSAN_OPTIONS=suppressions=tests/lsan.supp:print_suppressions=0 \
		UBSAN_OPTIONS=print_stacktrace=1 G_SLICE=always-malloc TEST_TIMEOUT=1800 \
		$(MAKE) BUILD=$(BUILD)/sanitize CFLAGS='$(SANITIZE) -fno-sanitize-recover=all' check

# Fuzzers: each runs its seeds; FUZZ_SECONDS=N lets each look for more.
FUZZERS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
$(BUILD)/tests/fuzz/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/libbifolio.a
	$(SHOW) link $@
	$(QUIET)$(CC) $(CFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)
fuzzers: $(FUZZERS)
	@tests/fuzz/run $(FUZZERS)
fuzz: ## build the fuzzers and run their seeds; FUZZ_SECONDS=N: look for more
	@src/setup/run build fuzz
	@+LSAN_OPTIONS=suppressions=tests/lsan.supp:print_suppressions=0 $(MAKE) BUILD=$(BUILD)/fuzz CC=$(CLANG) \
		CFLAGS='$(SANITIZE) -fsanitize=fuzzer-no-link' fuzzers

# --- measuring and looking --------------------------------------------------------------------

BENCH = $(BUILD)/tests/bench/measure
FLOOR = $(BUILD)/tests/bench/floor
COLOUR = $(BUILD)/tests/bench/colour/colour
FRONTIER_OF = $(BUILD)/tests/bench/colour/frontier
PARAGRAPH = $(BUILD)/tests/bench/paragraph
SPECIMEN = $(BUILD)/tests/specimen/specimen
-include $(BENCH).d $(FLOOR).d $(COLOUR).d $(FRONTIER_OF).d $(PARAGRAPH).d $(SPECIMEN).d

SIZES ?= 50 1000
bench: ## cost of the kit and of large programmes; SIZES="50 10000" PEERS="typst pdflatex"
	@src/setup/run build bench
	@+$(MAKE) $(BUILD)/bifolio $(BENCH) $(FLOOR) $(PARAGRAPH)
	@tests/bench/kit $(BUILD)
	@mkdir -p $(BUILD)/bench
	@python3 tests/bench/gen/genprog.py 1000 | python3 tests/bench/gen/abstracts.py 1000 \
		>$(BUILD)/bench/abstracts.txt
	@$(PARAGRAPH) $(BUILD)/bench/abstracts.txt
	@SIZES='$(SIZES)' PEERS='$(PEERS)' tests/bench/run $(BUILD)

conformance: ## all documents against PDF/UA-1 and PDF/A-2a by veraPDF, where Maven can get it
	@src/setup/run build test
	@src/setup/run conformance || :
	@+$(MAKE) $(BUILD)/bifolio
	@tests/conformance/run $(BUILD)

colour: ## typographic colour of justified text; FRONTIER=1: and how good it could be at all
	@src/setup/run build bench
	@+$(MAKE) $(COLOUR) $(if $(FRONTIER),$(FRONTIER_OF))
	@FRONTIER='$(FRONTIER)' tests/bench/colour/run $(BUILD)

specimen: ## paragraphs in many languages and measures, to look at
	@src/setup/run build
	@+$(MAKE) $(SPECIMEN)
	@$(SPECIMEN) tests/specimen/specimen.txt $(BUILD)/specimen.pdf
	@echo $(BUILD)/specimen.pdf

pictures: ## the README's pictures, from the pages as they are now
	@src/setup/run build bench
	@+$(MAKE) $(BUILD)/bifolio
	@docs/make-pictures $(BUILD)

# --- lint -------------------------------------------------------------------------------------

LINT_SRC = $(wildcard src/*/*.c src/main.c)
LINT_TESTS = $(wildcard tests/*/*.c tests/*/*/*.c)
LINT_ALL = $(LINT_SRC) $(LINT_TESTS) $(wildcard src/*/*.h tests/*/*.h tests/*/*/*.h)
LINT_GCC = $(patsubst %.c,$(BUILD)/lint/gcc/%.o,$(LINT_SRC) $(LINT_TESTS))
LINT_CLANG = $(patsubst %.c,$(BUILD)/lint/clang/%.o,$(LINT_SRC))
LINT_TIDY = $(patsubst %.c,$(BUILD)/lint/tidy/%.ok,$(LINT_SRC))

lint: ## layout of the code, two compilers, clang-tidy, cppcheck, the layers and STYLE's sizes
	@src/setup/run build test lint
	@+$(MAKE) -k lint-format lint-rules lint-compilers lint-state lint-cppcheck lint-tidy
	@echo "lint: nothing found in $(words $(LINT_ALL)) files"

lint-format:
	@clang-format-14 --dry-run -Werror $(LINT_ALL)

lint-rules:
	@awk -f tests/lint/layers.awk src/layers.txt $(filter src/%,$(LINT_ALL))
	@awk -f tests/lint/style.awk $(LINT_ALL)

lint-compilers: $(LINT_GCC) $(LINT_CLANG)

$(STRICT_ROOMS:%=$(BUILD)/lint/gcc/src/%/%.o) $(STRICT_ROOMS:%=$(BUILD)/lint/clang/src/%/%.o): \
	WARN += -Wconversion
$(BUILD)/lint/gcc/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET)gcc $(WARN) -Werror -O2 -fno-pie $(CPPFLAGS) -DBIFOLIO_DATADIR='""' -MMD -MP -c -o $@ $<
$(BUILD)/lint/clang/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET)$(CLANG) $(WARN) -Werror -O1 $(CPPFLAGS) -DBIFOLIO_DATADIR='""' -MMD -MP -c -o $@ $<

# Mutable state at file scope shows as data or bss of an object.
LINT_STATE = $(patsubst %.c,$(BUILD)/lint/gcc/%.o,$(filter-out src/cli/% src/main.c,$(LINT_SRC)))
lint-state: $(LINT_STATE)
	@tests/lint/state $(LINT_STATE)

lint-cppcheck:
	@mkdir -p $(BUILD)/lint/cppcheck
	@cppcheck --quiet --std=c11 --library=gtk --enable=warning,performance,portability \
		--inline-suppr --suppressions-list=tests/lint/cppcheck.supp --error-exitcode=1 \
		--cppcheck-build-dir=$(BUILD)/lint/cppcheck -j$(JOBS) -Isrc $(LINT_SRC)

lint-tidy: $(LINT_TIDY)
$(BUILD)/lint/tidy/%.ok: %.c $(BUILD)/lint/gcc/%.o .clang-tidy
	@mkdir -p $(@D)
	$(QUIET)clang-tidy-14 --quiet $< -- -std=c11 $(CPPFLAGS) -DBIFOLIO_DATADIR='""' 2>$@.err || \
		{ grep -v 'warnings generated' $@.err >&2; false; }
	@touch $@

-include $(LINT_GCC:.o=.d) $(LINT_CLANG:.o=.d)

format: ## put the code into the layout that lint checks
	clang-format-14 -i $(LINT_ALL)

# --- installing -------------------------------------------------------------------------------

DEST = $(DESTDIR)$(PREFIX)
install: ## install under PREFIX (/usr/local), below DESTDIR if that is given
	@src/setup/run build
	@+$(MAKE) $(BUILD)/bifolio
	@src/setup/install '$(DEST)' '$(DESTDIR)$(DATADIR)'

uninstall: ## remove what install put there
	@src/setup/install --remove '$(DEST)' '$(DESTDIR)$(DATADIR)'

clean: ## remove all that was built (fonts/ and output/ stay)
	rm -rf $(BUILD)

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

FORCE:
.PHONY: all tests check test sanitize fuzz fuzzers bench conformance colour specimen pictures lint lint-format lint-rules lint-compilers \
	lint-state lint-cppcheck lint-tidy format install uninstall clean help FORCE
.PRECIOUS: $(BUILD)/%.o
