# The rules of lint fail where they should: layers, sizes, mutable state, printing below cli/.
. tests/tap.inc
root=$PWD
mkdir -p "$TEST_TMP/src/page" "$TEST_TMP/src/cli"
cd "$TEST_TMP" || exit 1

# file PATH LINE...: writes a file that begins with a comment
file() {
	path=$1
	shift
	{
		echo "/* thing: does a thing. */"
		printf '%s\n' "$@"
	} >"$path"
}
layers() {
	awk -f "$root/tests/lint/layers.awk" "$root/src/layers.txt" "$@"
}
style() {
	awk -f "$root/tests/lint/style.awk" "$@"
}
# refused NAME PATTERN COMMAND...
refused() {
	name=$1
	pattern=$2
	shift 2
	status_is "$name: refused" 1 "$@"
	says "$name: told" "$TEST_TMP/out" "$pattern"
}

file src/page/good.c '#include <glib.h>' '#include <string.h>' '#include "base/arena.h"' '#include "page/page.h"' \
	'static const int table[] = {1, 2};' 'int good(int i) {' '	return table[i];' '}'
status_is "a good file: layers" 0 layers src/page/good.c
status_is "a good file: style" 0 style src/page/good.c

file src/page/up.c '#include "layout/layout.h"'
refused "a room above" 'up.c:2: page may not include layout' layers src/page/up.c
file src/page/foreign.c '#include <cairo.h>'
refused "a library of another room" 'foreign.c:2: <cairo.h>' layers src/page/foreign.c
file src/page/macro.c '#include FT_FREETYPE_H'
refused "a library by macro" 'macro.c:2: <FT_FREETYPE_H>' layers src/page/macro.c
file src/page/bare.c '#include "page.h"'
refused "a header without its room" 'name the room' layers src/page/bare.c
file src/cli/all.c '#include "layout/layout.h"' '#include "out/out.h"'
status_is "cli includes everything" 0 layers src/cli/all.c

file src/page/print.c 'void p(void) {' '	printf("x");' '}'
refused "printing" 'print.c:3: only cli' style src/page/print.c
file src/page/leave.c 'void p(void) {' '	exit(1);' '}'
refused "leaving" 'leave.c:3: only cli' style src/page/leave.c
cp src/page/print.c src/cli/print.c
status_is "cli prints" 0 style src/cli/print.c
echo 'int x;' >src/page/headless.c
refused "no comment at the head" 'no comment at the head' style src/page/headless.c
{
	echo '/* long'
	seq 12 | sed 's/^/ * /'
	echo ' */'
} >src/page/talkative.c
refused "a long comment at the head" 'at most 12' style src/page/talkative.c
file src/page/long.c "$(seq 600 | sed 's/.*/int a&;/')"
refused "a long file" '601 lines' style src/page/long.c
file src/page/later.c "/* TO""DO: later */"
refused "something unfinished" 'unfinished' style src/page/later.c
file src/page/guard.h '#ifndef OTHER_H' '#define OTHER_H' '#endif'
refused "a wrong guard" 'BIFOLIO_PAGE_GUARD_H' style src/page/guard.h

object() {
	gcc -fno-pie -c -o "${1%.c}.o" "$1" && "$root/tests/lint/state" "${1%.c}.o"
}
file src/page/table.c 'static const char *const names[] = {"a", "b"};' 'const char *name(int i) {' '	return names[i];' '}'
status_is "constant tables" 0 object src/page/table.c
file src/page/state.c 'static int calls;' 'int count(void) {' '	return ++calls;' '}'
refused "state at file scope" 'mutable state at file scope: calls' object src/page/state.c
file src/page/local.c 'int count(void) {' '	static int calls = 3;' '	return ++calls;' '}'
refused "state inside a function" 'mutable state' object src/page/local.c
finish
