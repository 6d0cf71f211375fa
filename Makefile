# bifolio: see README.md. Skeleton: rooms under src/ become one library and one program.
BUILD ?= build
ROOMS ?= base markup locale page asset read theme model check view block doc text layout out finish cli
CFLAGS ?= -O2 -g
PKGS = glib-2.0 gio-2.0 gio-unix-2.0 pango pangoft2 pangocairo cairo cairo-ft harfbuzz fontconfig freetype2 yaml-0.1 libcmark icu-i18n icu-uc librsvg-2.0 libpng libjpeg libwebp libqrencode
CPPFLAGS += -Isrc $(shell pkg-config --cflags $(PKGS))
WARN = -std=c11 -Wall -Wextra -Wshadow
LDLIBS = $(shell pkg-config --libs $(PKGS)) -lhyphen -lm
SRC = $(wildcard $(ROOMS:%=src/%/*.c))
OBJ = $(SRC:%.c=$(BUILD)/%.o)
TESTS = $(wildcard $(ROOMS:%=tests/%/test_*.c))

$(BUILD)/bifolio: $(BUILD)/src/main.o $(BUILD)/libbifolio.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/libbifolio.a: $(OBJ)
	rm -f $@; $(AR) rcs $@ $^
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/libbifolio.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
tests: $(TESTS:%.c=$(BUILD)/%)
-include $(OBJ:.o=.d)
