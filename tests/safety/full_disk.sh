# The disk is full: exit status 3 with a reason, the earlier files whole, nothing left behind. Once by a
# limit on the size of files, which needs no rights, and on a small file system where the machine allows that.
. tests/tap.inc
event=tests/events/one-item
out=$TEST_TMP/out.d

status_is "a build" 0 "$BIFOLIO" build "$event" -o "$out"
size=$(wc -c <"$out/booklet.pdf")
for file in "$out"/*.pdf; do
	echo "an earlier file" >"$file"
done
cp -r "$out" "$TEST_TMP/earlier"

limited() {
	# Blocks of 512 bytes; with the signal ignored, write says EFBIG.
	(
		trap '' XFSZ
		ulimit -f $((size / 1024))
		"$BIFOLIO" build -j1 "$event" -o "$out"
	)
}
status_is "files may only be half as large as the booklet" 3 limited
says "the reason is told" "$TEST_TMP/err" "[Ff]ile too large|[Nn]o space"
check "the earlier files are whole, and nothing else is there" diff -r "$TEST_TMP/earlier" "$out"

if unshare -rm mount -t tmpfs -o size=64k tmpfs "$out" 2>/dev/null; then
	cat >"$TEST_TMP/full" <<'END'
out=$1
earlier=$2
mount -t tmpfs -o size=64k tmpfs "$out"
cp "$earlier"/*.pdf "$out"
"$BIFOLIO" build -j1 "$3" -o "$out"
status=$?
diff -r "$earlier" "$out" >&2 || exit 1
exit $status
END
	status_is "a file system of 64 kB: the machine's failure, earlier files whole" 3 \
		unshare -rm sh "$TEST_TMP/full" "$out" "$TEST_TMP/earlier" "$event"
	says "the reason is told" "$TEST_TMP/err" "[Nn]o space left"
else
	skipped "a file system of 64 kB" "may not be mounted here"
fi

# Root may write anywhere, so root becomes somebody else for this, where that one may come here.
mkdir "$TEST_TMP/closed"
chmod 555 "$TEST_TMP/closed"
nobody=
[ "$(id -u)" != 0 ] || nobody="setpriv --reuid=65534 --clear-groups"
if $nobody test -r "$event/event.yaml" -a -x "$BIFOLIO" -a -d "$TEST_TMP/closed" 2>/dev/null; then
	status_is "a folder without permission" 3 $nobody "$BIFOLIO" build "$event" -o "$TEST_TMP/closed"
	says "the reason is told" "$TEST_TMP/err" "[Pp]ermission denied"
else
	skipped "a folder without permission" "no other user may come here"
fi
echo "a file" >"$TEST_TMP/plain"
status_is "a file where the folder should be" 3 "$BIFOLIO" build "$event" -o "$TEST_TMP/plain"
finish
