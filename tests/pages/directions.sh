# The sheet before the imposed ones: it comes when asked for, with a blank back, and moves nothing; in
# every language it says its steps within the sheet.
. tests/tap.inc
out=$TEST_TMP/made
event=$TEST_TMP/event
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
# build LANGUAGE IMPOSED
build() {
	rm -rf "$event" "$out"
	cp -r tests/events/one-item "$event"
	sed -i "/^print:/,\$d; /^  language:/d; s/^event:/event:\n  language: $1/" "$event/event.yaml"
	printf 'print: {imposed: {%s}}\n' "$2" >"$event/zz-print.yaml"
	"$BIFOLIO" build --only=booklet-print -o "$out" "$event" 2>"$TEST_TMP/err" || cat "$TEST_TMP/err"
}
build en "flip: short"
plain=$(pages "$out/booklet-print.pdf")
pdftotext -l 1 "$out/booklet-print.pdf" "$TEST_TMP/first"
build en "directions: true"
check "a sheet more" test "$(pages "$out/booklet-print.pdf")" = "$((plain + 2))"
pdftotext -l 1 "$out/booklet-print.pdf" "$TEST_TMP/said"
says "its title" "$TEST_TMP/said" "^How to make the booklet$"
says "the short edge" "$TEST_TMP/said" "short edge"
says "staples" "$TEST_TMP/said" "^Staple through the fold.$"
pdftotext -f 2 -l 2 "$out/booklet-print.pdf" - | tr -d '\f\n' >"$TEST_TMP/back"
silent "its back is blank" "$TEST_TMP/back"
pdftotext -f 3 -l 3 "$out/booklet-print.pdf" "$TEST_TMP/third"
check "the others are as they were" cmp "$TEST_TMP/first" "$TEST_TMP/third"
build en "directions: true, flip: long, sheets_per_signature: 1"
pdftotext -l 1 "$out/booklet-print.pdf" - | tr '\n' ' ' >"$TEST_TMP/said"
says "the long edge" "$TEST_TMP/said" "long edge"
if [ "$plain" -gt 2 ]; then
	says "sheets of each signature" "$TEST_TMP/said" "Sheets in each: 1.\+.1"
	says "sewn" "$TEST_TMP/said" "Sew the signatures"
fi
for file in content/lang/*.yaml; do
	language=$(basename "$file" .yaml)
	build "$language" "directions: true" >"$TEST_TMP/trouble"
	pdftotext -bbox -l 1 "$out/booklet-print.pdf" - |
		awk -F '"' '/<page/ { w = $2; h = $4 } /<word/ { n++; if ($2 < 14 || $4 < 14 || $6 > w - 14 || $8 > h - 14) print } END { if (n < 4) print "hardly a word" }' >>"$TEST_TMP/trouble"
	silent "$language within the sheet" "$TEST_TMP/trouble"
done
finish
