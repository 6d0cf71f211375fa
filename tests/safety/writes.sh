# Every operation on an output file goes wrong once: exit status 3, and each file is the earlier
# whole one or the new whole one. No root is needed: the failures come from a preloaded library.
. tests/tap.inc
gcc -shared -fPIC -O1 -o "$TEST_TMP/failwrite.so" tests/safety/failwrite.c -ldl || exit 1
event=tests/events/one-item
out=$TEST_TMP/out.d
export FAILWRITE_AT FAILWRITE_MODE FAILWRITE_LOG

build() {
	"$BIFOLIO" build -j1 "$event" -o "$out"
}

# with MODE NUMBER: a build in which that operation goes wrong
with() {
	FAILWRITE_MODE=$1 FAILWRITE_AT=$2 FAILWRITE_LOG=$TEST_TMP/ops \
		LD_PRELOAD=$TEST_TMP/failwrite.so build
}

# The folder as an earlier build left it: other bytes of the same names.
restore() {
	rm -rf "$out"
	cp -r "$TEST_TMP/earlier" "$out"
}

# Is each file in the folder either old or new, and none missing?
whole() {
	for file in "$TEST_TMP"/fresh/*.pdf; do
		name=${file##*/}
		cmp -s "$out/$name" "$TEST_TMP/fresh/$name" ||
			cmp -s "$out/$name" "$TEST_TMP/earlier/$name" || {
			echo "$name is neither the earlier nor the new file"
			return 1
		}
	done
}

left_behind() {
	find "$out" -name '.*' -type f
}

status_is "a build" 0 build
mv "$out" "$TEST_TMP/fresh"
mkdir "$TEST_TMP/earlier"
for file in "$TEST_TMP"/fresh/*.pdf; do
	echo "an earlier ${file##*/}" >"$TEST_TMP/earlier/${file##*/}"
done
restore
status_is "a build under the library" 0 with none 0
check "gives the same bytes" diff -r "$TEST_TMP/fresh" "$out"
cp "$TEST_TMP/ops" "$TEST_TMP/operations"
total=$(wc -l <"$TEST_TMP/operations")
check "every file is opened, written, synced, closed, renamed" \
	test "$(sort "$TEST_TMP/operations" | grep -v pwrite | uniq -c | awk '$1 >= 5' | wc -l)" = 5

number=0
while read -r operation; do
	number=$((number + 1))
	restore
	status_is "$operation ($number of $total) fails: the machine's failure" 3 with fail $number
	check "and every file is whole" whole
	left_behind >"$TEST_TMP/left"
	silent "and nothing is left behind" "$TEST_TMP/left"
done <"$TEST_TMP/operations"

number=0
while read -r operation; do
	number=$((number + 1))
	case $operation in
	*write | fsync) ;;
	*) continue ;;
	esac
	restore
	with interrupt $number >/dev/null 2>&1
	check "$operation ($number) is interrupted: as if nothing had been" diff -r "$TEST_TMP/fresh" "$out"
	[ "$operation" != fsync ] || continue
	restore
	with short $number >/dev/null 2>&1
	check "$operation ($number) takes half: the rest follows" diff -r "$TEST_TMP/fresh" "$out"
done <"$TEST_TMP/operations"
finish
