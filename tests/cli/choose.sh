# What is made: --only, --talk, --day, --size, --theme, --no-bleed, --draft, and what the content says.
. tests/tap.inc
round=content/waterloo-huawei-serverless-2022
two=tests/events/two-days

# made NAME FILE...: exactly these files are in $out
made() {
	name=$1
	shift
	ls -A "$out" >"$TEST_TMP/listed" 2>&1
	printf '%s\n' "$@" | LC_ALL=C sort >"$TEST_TMP/wanted"
	LC_ALL=C sort "$TEST_TMP/listed" | cmp -s - "$TEST_TMP/wanted" && passed "$name" || failed "$name" "$TEST_TMP/listed"
}
# build NAME OPTION...: into an empty folder $out
build() {
	name=$1
	shift
	out=$TEST_TMP/made
	rm -rf "$out"
	status_is "$name" 0 "$BIFOLIO" build -o "$out" "$@"
}
pages() {
	pdfinfo "$1" 2>&1 | sed -n 's/^Pages: *//p'
}
# is NAME FOUND WANTED
is() {
	if [ "$2" = "$3" ]; then
		passed "$1"
	else
		echo "found $2, wanted $3" >"$TEST_TMP/is"
		failed "$1" "$TEST_TMP/is"
	fi
}
size() {
	pdfinfo "$1" 2>&1 | sed -n 's/^Page size: *\([0-9.]*\) x \([0-9.]*\).*/\1 \2/p' |
		awk '{ printf "%.0f x %.0f", $1, $2 }'
}
letters() {
	pdftotext "$1" - | tr -d '[:space:]'
}

build "everything" "$two"
made "all documents are made, and nothing else" booklet.pdf booklet-print.pdf poster-event.pdf \
	poster-agenda.pdf poster-talk.pdf
cp -r "$out" "$TEST_TMP/all"
is "a talk poster for each talk" "$(pages "$out/poster-talk.pdf")" 24

build "--only" --only=poster-event "$two"
made "one document" poster-event.pdf
check "it is the same as among all" cmp "$out/poster-event.pdf" "$TEST_TMP/all/poster-event.pdf"
build "--only with a comma" --only=booklet-print,poster-agenda "$two"
made "two documents" booklet-print.pdf poster-agenda.pdf
build "on request" --only=booklet-large,booklet-phone "$two"
made "the editions for other readers" booklet-large.pdf booklet-phone.pdf
is "large print on A4" "$(size "$out/booklet-large.pdf")" "595 x 842"
is "a page for a phone" "$(size "$out/booklet-phone.pdf")" "306 x 544"
build "another size" --only=booklet-large,booklet-phone --size=booklet-large=letter --size=booklet-phone=90x180mm "$two"
is "large print on letter" "$(size "$out/booklet-large.pdf")" "612 x 792"
is "another phone" "$(size "$out/booklet-phone.pdf")" "255 x 510"
build "--only twice" --only=poster-talk --only=poster-event "$two"
made "two documents" poster-event.pdf poster-talk.pdf

build "--talk" --only=poster-talk --talk=haddad "$two"
is "one poster" "$(pages "$out/poster-talk.pdf")" 1
letters "$out/poster-talk.pdf" >"$TEST_TMP/text"
says "of that talk" "$TEST_TMP/text" "ARoofIsaMeadow"
build "--day" --only=poster-agenda --day=2027-06-18 "$two"
letters "$out/poster-agenda.pdf" >"$TEST_TMP/text"
says "the agenda of that day" "$TEST_TMP/text" "TheThirdLargestIndustry"
grep -q "ListeningtoaBridge" "$TEST_TMP/text" && failed "not of another" "$TEST_TMP/text" || passed "not of another"

# A2 is 1191 x 1684 pt, A4 595 x 842, letter 612 x 792, half-letter 396 x 612.
build "--size" --size=poster-talk=A2 --size="poster-event=A4 landscape" --size=booklet=half-letter "$round"
is "a poster on A2" "$(size "$out/poster-talk.pdf")" "1191 x 1684"
is "a poster on A4 across" "$(size "$out/poster-event.pdf")" "842 x 595"
is "the others as they were" "$(size "$out/poster-agenda.pdf")" "842 x 1191"
is "a booklet on half a letter" "$(size "$out/booklet.pdf")" "396 x 612"
is "its sheets are letters" "$(size "$out/booklet-print.pdf")" "792 x 612"
build "--size in mm" --only=booklet --size=booklet=120x180mm "$round"
is "120 by 180 mm" "$(size "$out/booklet.pdf")" "340 x 510"

for theme in lake fern plum plain scholarly; do
	build "--theme=$theme" --only=booklet --theme=$theme "$round"
	cmp -s "$out/booklet.pdf" "$TEST_TMP/all/booklet.pdf" && failed "$theme is another look" || passed "$theme is another look"
done
cp "$out/booklet.pdf" "$TEST_TMP/earlier.pdf"
status_is "an unknown theme" 1 "$BIFOLIO" build -o "$out" --theme=lakes "$round"
says "the nearest theme is named" "$TEST_TMP/err" "lake"
check "the earlier file is untouched" cmp "$out/booklet.pdf" "$TEST_TMP/earlier.pdf"

# A field that is white for 5 mm at the edge (28 dots at 144 to the inch) when bleeds are off.
corner() {
	pdftoppm -r 144 -f 1 -l 1 -x 10 -y 10 -W 1 -H 1 -singlefile "$1" "$TEST_TMP/corner" &&
		tail -c 3 "$TEST_TMP/corner.ppm" | od -An -tu1 | tr -d ' \n'
}
build "with bleed" --only=poster-event "$round"
is "the field goes to the edge" "$([ "$(corner "$out/poster-event.pdf")" = 255255255 ] && echo white || echo coloured)" coloured
build "--no-bleed" --only=poster-event --no-bleed "$round"
is "5 mm at the edge stay white" "$(corner "$out/poster-event.pdf")" 255255255

# Pages on which the word stands.
stamps() {
	pdftotext "$1" - | tr '\n\f' ' \n' | grep -ciw draft
}
build "--draft" --draft "$round"
is "every page of the booklet is stamped" "$(stamps "$out/booklet.pdf")" "$(pages "$out/booklet.pdf")"
is "every talk poster is" "$(stamps "$out/poster-talk.pdf")" "$(pages "$out/poster-talk.pdf")"
is "the agenda poster is" "$(stamps "$out/poster-agenda.pdf")" "$(pages "$out/poster-agenda.pdf")"
is "the event poster is" "$(stamps "$out/poster-event.pdf")" 1

status_is "--timings" 0 "$BIFOLIO" build --timings -o "$out" tests/events/one-item
for phase in read check booklet poster-event poster-agenda poster-talk; do
	says "--timings tells of $phase" "$TEST_TMP/err" "^ *$phase( +[a-z]+)? +[0-9.]+ ms"
done
status_is "a build without findings" 0 "$BIFOLIO" build -o "$out" tests/events/one-item
silent "says nothing on the output" "$TEST_TMP/out"
silent "says nothing at all" "$TEST_TMP/err"

# --- what the content says -----------------------------------------------------------------------
cp -r tests/events/one-item "$TEST_TMP/said"
cat >>"$TEST_TMP/said/event.yaml" <<'END'
print:
  documents: [booklet, poster-talk]
  theme: lake
  booklet: {size: B5}
  posters: {talk: A2 landscape}
END
build "documents and sizes by the content" "$TEST_TMP/said"
made "two documents" booklet.pdf poster-talk.pdf
is "a booklet on B5" "$(size "$out/booklet.pdf")" "499 x 709"
is "a poster on A2 across" "$(size "$out/poster-talk.pdf")" "1684 x 1191"
cp "$out/booklet.pdf" "$TEST_TMP/lake.pdf"
build "the command line wins" --theme=fern --size=booklet=A5 --only=booklet "$TEST_TMP/said"
is "a booklet on A5" "$(size "$out/booklet.pdf")" "420 x 595"

# --- other jobs ----------------------------------------------------------------------------------
build "one worker" -j 1 "$two"
check "one worker gives the same bytes" diff -r "$out" "$TEST_TMP/all"
build "four workers" -j 4 "$two"
check "four workers give the same bytes" diff -r "$out" "$TEST_TMP/all"
finish
