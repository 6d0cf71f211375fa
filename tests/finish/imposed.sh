# The booklet on sheets, folded by imposed.py: real pages in both directions of reading, all in each
# other and in signatures, for both edges that a printer may turn sheets over.
. tests/tap.inc

# try EVENT SIGNATURE left|right short|long
try() {
	event=$TEST_TMP/event
	rm -rf "$event"
	cp -r "tests/events/$1" "$event"
	lot=$([ "$2" = 0 ] || echo "sheets_per_signature: $2,")
	grep -q '^print:' "$event/event.yaml" || echo 'print:' >>"$event/event.yaml"
	sed -i "s/^print:\$/&\n  imposed: {$lot flip: $4}/" "$event/event.yaml"
	"$BIFOLIO" build "$event" --only booklet,booklet-print -o "$TEST_TMP/out" >"$TEST_TMP/log" 2>&1 || cat "$TEST_TMP/log"
	python3 -B tests/finish/imposed.py "$TEST_TMP/out/booklet.pdf" "$TEST_TMP/out/booklet-print.pdf" \
		"$2" "$3" "$4" >"$TEST_TMP/differs" 2>&1 || echo "cannot be compared" >>"$TEST_TMP/differs"
	silent "$1 in lots of $2, bound $3, turned over the $4 edge" "$TEST_TMP/differs"
}

try two-days 0 left short
try two-days 3 left long
try everything 1 left short
try arabic 0 right short
try arabic 2 right long

# Sheets are two pages wide, or what is asked for.
sheet() {
	rm -rf "$event"
	cp -r tests/events/one-item "$event"
	sed -i '/^print:/,$d' "$event/event.yaml"
	echo "print: {$1}" >>"$event/event.yaml"
	"$BIFOLIO" build "$event" --only booklet-print -o "$TEST_TMP/out" >"$TEST_TMP/log" 2>&1 || cat "$TEST_TMP/log"
	pdfinfo "$TEST_TMP/out/booklet-print.pdf" >"$TEST_TMP/info"
	says "$1" "$TEST_TMP/info" "^Page size: *$2"
}
sheet "booklet: {size: A5}" "841.89 x 595.27"
sheet "booklet: {size: A4}" "1190.55 x 841.89"
sheet "booklet: {size: half-letter}" "792 x 612 "
sheet "booklet: {size: letter}" "1224 x 792 "
sheet "sheet: A3" "1190.55 x 841.89"
sheet "sheet: tabloid" "1224 x 792 "

# Folded the wrong way it reads otherwise, or the test would say nothing.
python3 -B tests/finish/imposed.py "$TEST_TMP/out/booklet.pdf" "$TEST_TMP/out/booklet-print.pdf" 2 left long \
	>"$TEST_TMP/differs"
says "the wrong binding is seen" "$TEST_TMP/differs" "^page 1 is not"
finish
