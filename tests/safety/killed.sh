# A build that is killed half-way leaves every earlier file whole, and the next build sweeps up what was
# left behind. Builds at the same time into one folder do not disturb each other.
. tests/tap.inc
gcc -shared -fPIC -O1 -o "$TEST_TMP/failwrite.so" tests/safety/failwrite.c -ldl || exit 1
event=tests/events/one-item
out=$TEST_TMP/out.d

build() {
	"$BIFOLIO" build -j1 "$event" -o "$out"
}

killed() {
	FAILWRITE_MODE=kill FAILWRITE_AT=$1 FAILWRITE_LOG=$TEST_TMP/ops \
		LD_PRELOAD=$TEST_TMP/failwrite.so build
}

status_is "a build" 0 build
cp -r "$out" "$TEST_TMP/fresh"
FAILWRITE_LOG=$TEST_TMP/operations LD_PRELOAD=$TEST_TMP/failwrite.so build >/dev/null 2>&1
number=0
leftovers=0
while read -r operation; do
	number=$((number + 1))
	for file in "$TEST_TMP"/fresh/*.pdf; do
		echo "an earlier file" >"$out/${file##*/}"
	done
	status_is "killed at $operation ($number)" 137 killed $number
	for file in "$TEST_TMP"/fresh/*.pdf; do
		name=${file##*/}
		if [ "$(cat "$out/$name" | tr -d '\0')" = "an earlier file" ] ||
			cmp -s "$out/$name" "$file"; then
			passed "$name is whole"
		else
			failed "$name is whole"
		fi
	done
	leftovers=$((leftovers + $(find "$out" -name '.bifolio-*' | wc -l)))
done <"$TEST_TMP/operations"
check "something was left behind, so that there is something to sweep" test "$leftovers" -gt 0
status_is "the next build" 0 build
check "leaves its files and nothing else" diff -r "$TEST_TMP/fresh" "$out"

rm -rf "$out"
pids=
for i in 1 2 3 4; do
	"$BIFOLIO" build "$event" -o "$out" >"$TEST_TMP/at-once.$i" 2>&1 &
	pids="$pids $!"
done
for pid in $pids; do
	check "one of four builds at once" wait "$pid"
done
check "all give the same files" diff -r "$TEST_TMP/fresh" "$out"
finish
