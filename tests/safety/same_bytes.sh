# The same content gives the same bytes: in another locale, zone, home, folder, year, and with another
# number of jobs. No path of this machine is in a file.
. tests/tap.inc
gcc -shared -fPIC -O1 -o "$TEST_TMP/othertime.so" tests/safety/othertime.c -ldl || exit 1
root=$PWD

# same NAME FOLDER: against the first build
same() {
	check "$1" diff -r "$TEST_TMP/first" "$2"
}

for event in content/* tests/events/*; do
	[ -n "$(find "$event" -name '*.yaml' 2>/dev/null)" ] || continue
	case ${event##*/} in
	themes | lang) continue ;;
	esac
	name=${event##*/}
	rm -rf "$TEST_TMP/first" "$TEST_TMP/second" "$TEST_TMP/some where"
	status_is "$name: a build" 0 env LC_ALL=C TZ=UTC "$BIFOLIO" build -j1 "$event" -o "$TEST_TMP/first"
	check "$name: there are files" test -s "$TEST_TMP/first/booklet.pdf"

	env LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 LANGUAGE=tr TZ=Pacific/Kiritimati HOME=/nonexistent \
		XDG_CACHE_HOME=/nonexistent "$BIFOLIO" build -j8 "$event" -o "$TEST_TMP/second" >/dev/null 2>&1
	same "$name: another locale, zone, home, eight jobs" "$TEST_TMP/second"

	mkdir -p "$TEST_TMP/some where"
	cp -r "$event" "$TEST_TMP/some where/$name"
	(
		cd "$TEST_TMP/some where/$name" || exit 1
		umask 077
		env -i LC_ALL=C.UTF-8 PATH="$PATH" LD_PRELOAD="$TEST_TMP/othertime.so" \
			ASAN_OPTIONS="${ASAN_OPTIONS:-}" LSAN_OPTIONS=detect_leaks=0 \
			"$BIFOLIO" build -j3 . -o ../made >/dev/null 2>&1
	)
	same "$name: another folder, an empty environment, years later" "$TEST_TMP/some where/made"

	for file in "$TEST_TMP"/first/*.pdf; do
		qpdf --qdf --object-streams=disable "$file" - 2>/dev/null |
			grep -a -o -F -e "$root" -e "$TEST_TMP" -e "${HOME:-/nowhere}/" -e "content/$name" |
			sort -u | sed "s#^#${file##*/}: #"
	done >"$TEST_TMP/paths"
	silent "$name: no path of this machine" "$TEST_TMP/paths"
done
finish
