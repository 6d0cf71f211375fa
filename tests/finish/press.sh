# The files for a print shop: boxes, bleed, marks, black in black ink, pages filled up, a cover apart,
# the ticket; and what a shop would complain of.
. tests/tap.inc
out=$TEST_TMP/made
event=$TEST_TMP/event
look() { python3 -B tests/finish/press.py "$@" >"$TEST_TMP/wrong" 2>&1; }
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
is() {
	if [ "$2" = "$3" ]; then passed "$1"; else
		echo "\"$2\", wanted \"$3\"" >"$TEST_TMP/differ"
		failed "$1" "$TEST_TMP/differ"
	fi
}
# build NAME [PRINT]: the roundtable with more under `print:`
build() {
	rm -rf "$out" "$event"
	cp -r tests/events/everything "$event"
	sed '/^print:/,$d' "$event/event.yaml" >"$TEST_TMP/new" && mv "$TEST_TMP/new" "$event/event.yaml"
	printf 'print: {press: %s}\n' "$2" >"$event/zz-print.yaml"
	status_is "$1" 0 "$BIFOLIO" build --only=booklet,booklet-press -o "$out" "$event"
}

build "stapled" "{bleed: 3}"
book=$(pages "$out/booklet.pdf")
check "two files, and the booklet" test "$(ls "$out" | tr '\n' ' ')" = "booklet-press.pdf booklet.pdf shop-ticket.txt "
is "all pages" "$(pages "$out/booklet-press.pdf")" "$book"
check "qpdf finds nothing wrong" qpdf --check "$out/booklet-press.pdf"
look "$out/booklet-press.pdf" 3 1 "$book"
silent "boxes, marks, bleed and black" "$TEST_TMP/wrong"
check "no links" sh -c "! qpdf --qdf '$out/booklet-press.pdf' - | grep -aq /Annots"
pdffonts "$out/booklet-press.pdf" | tail -n +3 | grep -v ' yes yes ' >"$TEST_TMP/wrong"
silent "all fonts are embedded as subsets" "$TEST_TMP/wrong"
ticket=$out/shop-ticket.txt
says "the trim" "$ticket" "^Trim: 148.0 x 210.0 mm$"
says "the bleed" "$ticket" "^Bleed: 3 mm on all sides$"
says "the pages" "$ticket" "^Pages: $book$"
says "the binding" "$ticket" "^Binding: saddle stitch, on the left$"
is "each page has colour or not" "$(awk '/^(Colour|Black) pages:/ { all += $3 } END { print all }' "$ticket")" "$book"
says "which have" "$ticket" "^Colour pages: [1-9][0-9]* \\(1[-,]"
says "the paper" "$ticket" "^Paper: 0.1 mm a leaf$"
says "the colours, without a profile" "$ticket" "^Colour: sRGB, black text and greys as black ink alone$"
says "the ink" "$ticket" "^Ink limit: left to the conversion from sRGB$"
says "the fonts" "$ticket" "Inter 400, .*Vollkorn 400"
cp "$out/booklet-press.pdf" "$TEST_TMP/first.pdf"
build "again" "{bleed: 3}"
check "the same bytes" cmp "$out/booklet-press.pdf" "$TEST_TMP/first.pdf"

build "another bleed" "{bleed: 5.5}"
look "$out/booklet-press.pdf" 5.5 1 "$book"
silent "boxes, marks and bleed" "$TEST_TMP/wrong"
build "no bleed" "{bleed: 0}"
look "$out/booklet-press.pdf" 0
silent "boxes and marks" "$TEST_TMP/wrong"

build "glued" "{binding: perfect, multiple: 8, paper_thickness: 0.2, cover_thickness: 0.5}"
inside=$(pages "$out/booklet-press.pdf")
is "the inside is a multiple of 8" "$((inside % 8))" 0
check "it holds the book" test "$inside" -ge "$((book - 4))"
is "the cover has an outside and an inside" "$(pages "$out/booklet-press-cover.pdf")" 2
look "$out/booklet-press-cover.pdf" 3 1
silent "boxes, marks and bleed of the cover" "$TEST_TMP/wrong"
spine=$(awk -v pages="$inside" 'BEGIN { printf "%.2f", pages / 2 * 0.2 + 1 }')
says "the spine" "$out/shop-ticket.txt" "^Spine: $spine mm"
width=$(pdfinfo -box "$out/booklet-press-cover.pdf" | awk '/^TrimBox/ { printf "%.2f", ($4 - $2) * 25.4 / 72 }')
is "two pages and the spine" "$width" "$(awk -v spine="$spine" 'BEGIN { printf "%.2f", 296 + spine }')"
pdftotext -f 1 -l 1 "$out/booklet-press.pdf" - >"$TEST_TMP/text"
pdftotext -f 3 -l 3 "$out/booklet.pdf" - >"$TEST_TMP/third"
check "the inside begins with the third page" cmp "$TEST_TMP/text" "$TEST_TMP/third"
# Half of the outside of the cover: title right of the spine, last page left of it.
pdftotext -x 0 -y 0 -W 454 -H 700 -l 1 "$out/booklet-press-cover.pdf" "$TEST_TMP/left"
pdftotext -x 454 -y 0 -W 500 -H 700 -l 1 "$out/booklet-press-cover.pdf" "$TEST_TMP/right"
says "the title right of the spine" "$TEST_TMP/right" "^Hinges, Keys"
says "how to join left of it" "$TEST_TMP/left" "^Join online"

# The title on the spine: as its language reads it, as wanted, or not at all where there is no room.
# on_spine: left and right edges of the spine in pt, then boxes of the words between them
on_spine() {
	pdftotext -bbox -l 1 "$1" - | awk -F '"' -v spine="$2" '
		/page width/ { left = $2 / 2 - spine * 36 / 25.4; right = $2 / 2 + spine * 36 / 25.4 }
		/<word/ && $2 > left && $6 < right { sub(/<.word>/, "", $9); print $4, $8, substr($9, 2) }' | sort -n
}
build "thick" "{binding: perfect, paper_thickness: 0.5}"
spine=$(sed -n 's/^Spine: \([0-9.]*\) mm.*/\1/p' "$out/shop-ticket.txt")
on_spine "$out/booklet-press-cover.pdf" "$spine" | awk '{ print $3 }' | paste -sd' ' >"$TEST_TMP/words"
says "the title stands on the spine and is read down" "$TEST_TMP/words" "Hinges, Keys and Handles"
build "thick, upwards" "{binding: perfect, paper_thickness: 0.5, spine: up}"
on_spine "$out/booklet-press-cover.pdf" "$spine" | awk '{ print $3 }' | tac | paste -sd' ' >"$TEST_TMP/words"
says "or up" "$TEST_TMP/words" "Hinges, Keys and Handles"
build "thick and bare" "{binding: perfect, paper_thickness: 0.5, spine: none}"
on_spine "$out/booklet-press-cover.pdf" "$spine" >"$TEST_TMP/words"
silent "or not at all" "$TEST_TMP/words"
build "a thin one" "{binding: perfect, paper_thickness: 0.05}"
on_spine "$out/booklet-press-cover.pdf" 4 >"$TEST_TMP/words"
silent "a thin spine is bare" "$TEST_TMP/words"

# Bound on the right
status_is "Arabic" 0 "$BIFOLIO" build --only=booklet-press -o "$out/arabic" tests/events/arabic
says "bound on the right" "$out/arabic/shop-ticket.txt" "^Binding: saddle stitch, on the right$"
cp -r tests/events/arabic "$TEST_TMP/arabic"
file=$(grep -l '^print:' "$TEST_TMP"/arabic/*.yaml)
sed -i 's/^print:.*/print:\n  press: {binding: perfect}/' "$file"
status_is "Arabic, glued" 0 "$BIFOLIO" build --only=booklet-press -o "$out/arabic" "$TEST_TMP/arabic"
pdftotext -bbox -l 1 "$out/arabic/booklet-press-cover.pdf" - |
	awk -F '"' '/page width/ { middle = $2 / 2 } />https:/ { print ($2 > middle ? "right" : "left") }' >"$TEST_TMP/side"
is "the address of the last page is right of the spine" "$(cat "$TEST_TMP/side")" right

# What a shop complains of
build "thin" "{binding: perfect}"
says "hardly a spine" "$TEST_TMP/err" "hardly a spine to glue \[thin-for-glue\]"
rm -rf "$out"
"$BIFOLIO" build --only=booklet-press --size=booklet=74x105mm -o "$out" content/waterloo-huawei-serverless-2022 2>"$TEST_TMP/err"
says "too near the spine" "$TEST_TMP/err" "page [0-9]+ for the press: \".*\" stands [0-9.]+ mm from the spine, and 10 is the least \[near-spine\]"
"$BIFOLIO" build --only=booklet --size=booklet=74x105mm -o "$out" content/waterloo-huawei-serverless-2022 2>"$TEST_TMP/err"
check "of the booklet nobody says so" sh -c "! grep -q near-spine '$TEST_TMP/err'"
"$BIFOLIO" build --only=booklet-press --size=booklet=60x85mm -o "$out" content/waterloo-huawei-serverless-2022 2>"$TEST_TMP/err"
says "too near the trim" "$TEST_TMP/err" "page [0-9]+ for the press: \".*\" stands [0-9.]+ mm from where it is cut, and 5 is the least \[near-trim\]"

# Tabs stand at the trim.
"$BIFOLIO" build tests/events/two-days-five-rooms --only=booklet-press --dump=pages >"$TEST_TMP/tabs" 2>/dev/null
"$BIFOLIO" build tests/events/two-days-five-rooms --only=booklet-press -o "$out" 2>"$TEST_TMP/err"
says "there are tabs" "$TEST_TMP/tabs" '"Fri".* turn|turn.*"Fri"'
check "and no warning of them" sh -c '! grep -q "near-trim" "$1"' - "$TEST_TMP/err"
finish
