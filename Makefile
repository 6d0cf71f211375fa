# bifolio. `make` sets up, builds and renders; `make help` lists all targets. See HACKING.md.
# BUILD: folder of everything that is built. ROOMS: rooms under src/ to build. JOBS: how many
# at once. V=1: show the commands.
BUILD ?= build
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PREFIX ?= /usr/local
DATADIR = $(PREFIX)/share/bifolio
CC = gcc
CLANG ?= clang-14
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

all:
	@setup/run build
	@+$(MAKE) $(BUILD)/bifolio
	@setup/render

# --- compiling --------------------------------------------------------------------------------

# The list of libraries stands in setup/packages.tsv alone.
PKGS := $(shell awk -F '\t' '$$1 == "build" && $$2 == "lib" { print $$3 }' setup/packages.tsv)
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

$(BUILD)/bifolio: $(BUILD)/src/main.o $(BUILD)/libbifolio.a
	$(SHOW) link $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libbifolio.a: $(OBJ)
	$(SHOW) ar $@
	$(QUIET)rm -f $@
	$(QUIET)ar rcs $@ $^

$(STRICT_ROOMS:%=$(BUILD)/src/%/%.o): WARN += -Wconversion

$(BUILD)/%.o: %.c
	$(SHOW) cc $<
	@mkdir -p $(@D)
	$(QUIET)$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/libbifolio.a
	$(SHOW) link $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

-include $(OBJ:.o=.d) $(TESTS:%=%.d) $(BUILD)/src/main.d

# --- tests ------------------------------------------------------------------------------------

tests: $(TESTS)

# Builds and runs without set-up; T=PATTERN chooses.
check: $(if $(filter-out $(ROOMS),$(ALL_ROOMS)),,$(BUILD)/bifolio) $(TESTS)
	@tests/run $(TESTS) $(SCRIPTS)

test:
	@setup/run build test
	@+$(MAKE) check

clean:
	rm -rf $(BUILD)

.PHONY: all tests check test clean
.PRECIOUS: $(BUILD)/%.o
