# Pages from files between the parts: placed whole, in the frame that they fit, vectors and fonts as
# they are, in every edition; and what is said of files that cannot be used.
. tests/tap.inc
art=$TEST_TMP/art
# shellcheck disable=SC2046
gcc -std=c11 -O1 -o "$art" tests/finish/art.c $(pkg-config --cflags --libs cairo) || exit 1
event=$TEST_TMP/event
out=$TEST_TMP/made
mkdir -p "$event/maps"
"$art" "$event/maps/trim.pdf" 148 210 1
"$art" "$event/maps/bleed.pdf" 154 216 1
"$art" "$event/maps/a4.pdf" 210 297 1
"$art" "$event/maps/wide.pdf" 297 210 3
"$art" "$TEST_TMP/marked.pdf" 168 230 1
# A trim of 148 x 210 mm in a sheet with 10 mm around it, of which 3 are bleed.
qpdf --qdf --object-streams=disable "$TEST_TMP/marked.pdf" "$TEST_TMP/marked.qdf"
sed 's#^  /MediaBox \[#  /TrimBox [ 28.346 28.346 447.874 623.622 ] /BleedBox [ 19.843 19.843 456.378 632.126 ]\n&#' \
	"$TEST_TMP/marked.qdf" | fix-qdf >"$event/maps/marked.pdf"
cat >"$event/maps/plan.svg" <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="100mm" viewBox="0 0 120 100">
<rect width="120" height="100" fill="#dde8d0"/><circle cx="60" cy="50" r="30" fill="#336699"/></svg>
SVG
cat >"$event/event.yaml" <<'YAML'
format: 1
event: {title: Colloquium on Small Machines, host: Example Institute, date: 2027-03-04, place: Old Library, language: en}
program:
  - {time: "14:00–14:10", kind: opening, title: Welcome}
  - {time: "14:10–14:40", title: Machines that fit in a letter, speakers: [{name: Ana Exemplo, bio: Ana builds small machines.}], abstract: We fold a machine into a letter.}
YAML
cp "$event/event.yaml" "$TEST_TMP/plain.yaml"
cat >>"$event/event.yaml" <<'YAML'
print:
  documents: [booklet, booklet-print]
  parts:
    - cover
    - {insert: maps/trim.pdf, alt: Plan at the trim, title: How to find us}
    - agenda
    - {insert: maps/wide.pdf, page: 2, alt: A wide plan, title: Floors}
    - talks
    - {insert: maps/plan.svg, alt: Campus plan}
    - {insert: maps/wide.pdf, page: 2, alt: The wide plan again, frame: bleed}
    - {insert: maps/a4.pdf, alt: A poster of the town}
    - {insert: maps/marked.pdf, alt: With marks around it}
    - {insert: maps/marked.pdf, alt: With marks around it, frame: type-area}
    - notes
    - {insert: maps/bleed.pdf, alt: Small machines for sale}
    - back-cover
YAML
status_is "an event with inserts is built" 0 "$BIFOLIO" build "$event" -o "$out"
silent "without a word" "$TEST_TMP/err"
for name in booklet booklet-print; do
	check "$name: qpdf finds nothing" qpdf --check "$out/$name.pdf"
done

# --- where they stand ---
"$BIFOLIO" build "$event" --dump=pages --only booklet >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
kinds=$(sed -n 's/^page [0-9]* label "[0-9]*" \([a-z-]*\) .*/\1/p' "$TEST_TMP/pages" | tr '\n' ' ')
check "they stand in their places, the last behind the notes" test "$kinds" = \
	"cover insert agenda insert talk insert insert insert insert insert insert back-cover "
says "a drawing is titled in the bookmarks" "$TEST_TMP/pages" '^ outline 1 target "insert-1" title "How to find us"'
check "one without a title is not" test "$(grep -c '^ outline .*insert-' "$TEST_TMP/pages")" = 2

# area NAME X Y WIDTH HEIGHT (of the n-th image of that name)
area() {
	line=$(grep "image #[0-9]* \"$1\"" "$TEST_TMP/pages" | sed -n "${7:-1}p" |
		sed 's/.*"maps[^"]*" //; s/ alt .*//; s/ crop.*//')
	check "$6" test "$line" = "$2 $3 $4 $5"
}
area maps/trim.pdf -0.02 -0.03 419.57 595.34 "of the page's size: on the page"
area maps/bleed.pdf -8.50 -8.50 436.53 612.28 "with the bleed's size: over the edges"
area "maps/wide.pdf, page 2" 36.85 172.93 340.15 240.52 "far from every frame: in the area of the text"
area "maps/wide.pdf, page 2" -8.50 143.31 436.53 308.66 "told to bleed: as wide as the bleed" 2
area maps/a4.pdf -0.71 -0.03 420.95 595.32 "nearly of the page's shape: no hair of white"
area maps/marked.pdf -8.50 -8.50 436.53 612.28 "with a trim of its own: trimmed like the page"
area maps/marked.pdf 36.85 51.86 340.16 482.66 "in the area of the text: cut at its trim" 2
says "and shows no more than that" "$TEST_TMP/pages" '"maps/marked.pdf" 36.* crop 272'

# Words of a page of that number in the dump
words() {
	awk -v page="$1" '/^page / { on = $2 == page } on && /^  text/' "$TEST_TMP/pages"
}
words 2 >"$TEST_TMP/none"
silent "no foot under what goes to the edges" "$TEST_TMP/none"
words 4 >"$TEST_TMP/foot"
says "a foot under what does not" "$TEST_TMP/foot" '4'

# --- what is in the files ---
pdftotext -f 2 -l 2 "$out/booklet.pdf" "$TEST_TMP/text"
says "the page's words are words" "$TEST_TMP/text" 'PlanAlpha'
pdftotext -f 4 -l 4 "$out/booklet.pdf" "$TEST_TMP/text"
says "of the page that was asked for" "$TEST_TMP/text" 'PlanBeta'
check "nothing is a picture" test "$(pdfimages -list "$out/booklet.pdf" | wc -l)" = 2
check "all fonts are embedded" sh -c \
	"pdffonts '$out/booklet.pdf' | awk 'NR > 2 && \$(NF - 4) != \"yes\" { bad = 1 } END { exit bad || NR < 5 }'"
check "a page shown twice is in the file once" test \
	"$(qpdf --qdf --object-streams=disable "$out/booklet.pdf" - | grep -ac '/Subtype /Form')" = 5
pdftotext "$out/booklet-print.pdf" "$TEST_TMP/text"
check "on sheets as well" test "$(grep -c 'Plan[AB]' "$TEST_TMP/text")" = 7

# Colours at places of a page, as poppler paints it: "R G B" at x, y in mm of the page
pdftoppm -r 50.8 -f 2 -l 2 -singlefile "$out/booklet.pdf" "$TEST_TMP/page"
colour() {
	tail -c +1 "$TEST_TMP/$1.ppm" | od -An -v -tu1 -w3 -j "$(head -n 3 "$TEST_TMP/$1.ppm" | wc -c)" |
		awk -v row="$3" -v width="$(sed -n 2p "$TEST_TMP/$1.ppm" | cut -d' ' -f1)" -v column="$2" \
			'NR == row * width + column + 1 { print $1, $2, $3; exit }'
}
check "its edge is red" test "$(colour page 2 210)" = "191 25 38"
check "its middle is blue" test "$(colour page 140 240)" = "25 51 128"
check "its ground is its own" test "$(colour page 60 210)" = "250 237 204"
pdftoppm -r 50.8 -f 9 -l 9 -singlefile "$out/booklet.pdf" "$TEST_TMP/page"
check "what lies beyond a trim is not on the page" test "$(colour page 2 210)" = "250 237 204"

# --- the same again ---
"$BIFOLIO" build "$event" -o "$TEST_TMP/again" -j1
check "the same bytes again" diff -r "$out" "$TEST_TMP/again"
status_is "a preview" 0 "$BIFOLIO" preview "$event" -o "$TEST_TMP/preview" --only booklet
check "has all pages" test "$(ls "$TEST_TMP/preview/preview" | grep -c 'booklet-[0-9]')" = 12
status_is "a draft" 0 "$BIFOLIO" build "$event" -o "$TEST_TMP/draft" --draft
pdftotext -f 2 -l 2 "$TEST_TMP/draft/booklet.pdf" "$TEST_TMP/text"
says "has the page" "$TEST_TMP/text" 'PlanAlpha'
says "and is stamped on it" "$TEST_TMP/text" 'Draft'

# --- right to left, other pages ---
sed 's/language: en}/language: ar}/; s/^  documents/  booklet: {size: letter}\n&/' \
	"$event/event.yaml" >"$event/other" && mv "$event/other" "$event/event.yaml"
status_is "bound on the right, on letter paper" 0 "$BIFOLIO" build "$event" -o "$TEST_TMP/rtl"
check "qpdf finds nothing" qpdf --check "$TEST_TMP/rtl/booklet-print.pdf"

# --- what cannot be used ---
# try NAME PATTERN ENTRY: the entry alone among the parts; status 1, said so, nothing made
try() {
	{
		cat "$TEST_TMP/plain.yaml"
		echo "print: {parts: [cover, {$3}]}"
	} >"$event/event.yaml"
	rm -rf "$TEST_TMP/none"
	status_is "$1: an error" 1 "$BIFOLIO" build "$event" -o "$TEST_TMP/none"
	says "$1: said" "$TEST_TMP/err" "event.yaml:6:[0-9]+: error: $2"
	says "$1: with a hint" "$TEST_TMP/err" '^ += '
	check "$1: nothing else" test "$(grep -c 'WARNING' "$TEST_TMP/err")" = 0
	check "$1: nothing made" test ! -e "$TEST_TMP/none"
}
qpdf --encrypt secret owner 256 -- "$event/maps/trim.pdf" "$event/maps/locked.pdf"
qpdf --encrypt '' owner 256 -- "$event/maps/trim.pdf" "$event/maps/restricted.pdf"
head -c 900 "$event/maps/trim.pdf" >"$event/maps/half.pdf"
: >"$event/maps/empty.pdf"
printf '%%PDF-1.7\n' >"$event/maps/head.pdf"
truncate -s 70M "$event/maps/vast.pdf"
try "a locked file" 'maps/locked.pdf: this PDF is locked' 'insert: maps/locked.pdf, alt: Map'
try "a restricted file" 'maps/restricted.pdf: this PDF is encrypted' 'insert: maps/restricted.pdf, alt: Map'
try "half a file" 'maps/half.pdf: this PDF cannot be used' 'insert: maps/half.pdf, alt: Map'
try "a head alone" 'maps/head.pdf: this PDF cannot be used' 'insert: maps/head.pdf, alt: Map'
try "a file too large" 'maps/vast.pdf: ' 'insert: maps/vast.pdf, alt: Map'
try "no such file" 'maps/none.pdf: ' 'insert: maps/none.pdf, alt: Map'
try "no such page" 'maps/wide.pdf has 3 pages, but page 4 is wanted' 'insert: maps/wide.pdf, page: 4, alt: Map'
try "a page of a drawing" 'maps/plan.svg is no PDF' 'insert: maps/plan.svg, page: 2, alt: Map'
try "without words" 'an insert has no `alt`' 'insert: maps/trim.pdf'

finish
