# An installed bifolio works from any folder, without the checkout, and makes the same bytes.
. tests/tap.inc
event=waterloo-huawei-serverless-2022
prefix=$TEST_TMP/usr
stage=$TEST_TMP/stage
build=$TEST_TMP/build

# The objects that exist already are taken along, so that only cli/ is compiled for the other PREFIX.
mkdir -p "$build" "$TEST_TMP/elsewhere"
cp -a "$BUILD/src" "$BUILD/flags" "$BUILD/datadir" "$BUILD/libbifolio.a" "$build"
run_make() {
	make BUILD="$build" PREFIX="$prefix" DESTDIR="$1" "$2"
}
check "make install with PREFIX and DESTDIR" run_make "$stage" install
check "nothing outside DESTDIR" test ! -e "$prefix"
mv "$stage$prefix" "$prefix"
bifolio=$prefix/bin/bifolio

cp -r "content/$event" "$TEST_TMP/elsewhere/event"
cd "$TEST_TMP/elsewhere" || exit 1
status_is "it builds an event" 0 "$bifolio" build event -o made
cd - >/dev/null || exit 1
"$BIFOLIO" build "$TEST_TMP/elsewhere/event" -o "$TEST_TMP/here" >/dev/null 2>&1
for file in booklet booklet-print poster-event poster-agenda poster-talk; do
	check "$file.pdf is the same as the checkout's" \
		cmp "$TEST_TMP/elsewhere/made/$file.pdf" "$TEST_TMP/here/$file.pdf"
done
cd "$TEST_TMP/elsewhere" || exit 1
status_is "a new event" 0 "$bifolio" new fresh
status_is "a new event builds" 0 "$bifolio" build fresh -o fresh-made
check "and gives a booklet" test -s fresh-made/booklet.pdf
cd - >/dev/null || exit 1

version=$(sed -n 's/.*BIFOLIO_VERSION "\(.*\)"/\1/p' src/base/version.h)
status_is "--version" 0 "$bifolio" --version
says "it is version.h's" "$TEST_TMP/out" "^bifolio $version\$"
says "the manual says it too" "$prefix/share/man/man1/bifolio.1" "bifolio $version\""
for file in share/bash-completion/completions/bifolio share/zsh/site-functions/_bifolio \
	share/fish/vendor_completions.d/bifolio.fish share/doc/bifolio/LICENSE; do
	check "$file is there" test -s "$prefix/$file"
done
awk -F '\t' '!/^#/ { print $2 }
	!/^#/ && $3 == "hyphen" { sub(/dic$/, "states", $2); print $2 }' fonts/fonts.lock |
	sort -u >"$TEST_TMP/locked"
ls "$prefix/share/bifolio/fonts" | grep -vx fonts.lock | sort >"$TEST_TMP/installed"
check "the locked fonts, dictionaries and their states, and no others" diff "$TEST_TMP/locked" "$TEST_TMP/installed"

mv "$prefix/share/bifolio/fonts" "$TEST_TMP/fonts-away"
status_is "without its fonts the machine has failed" 3 "$bifolio" build "$TEST_TMP/elsewhere/event" \
	-o "$TEST_TMP/none"
says "and the folder is named" "$TEST_TMP/err" "$prefix/share/bifolio/fonts"
check "make uninstall" run_make "" uninstall
find "$prefix" -type f >"$TEST_TMP/left"
silent "nothing is left" "$TEST_TMP/left"
finish
