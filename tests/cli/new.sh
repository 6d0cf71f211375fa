# `bifolio new` makes an event that builds at once and without findings; `preview` makes pictures of pages.
. tests/tap.inc
there() {
	(cd "$TEST_TMP" && "$BIFOLIO" "$@")
}

status_is "new" 0 there new meeting
check "an event is there" test -s "$TEST_TMP/meeting/event.yaml"
status_is "it is checked" 0 there check --strict meeting
silent "and nothing is found" "$TEST_TMP/err"
status_is "it is built" 0 there build meeting
silent "without a word" "$TEST_TMP/err"
for file in booklet booklet-print poster-event poster-agenda poster-talk; do
	check "$file.pdf" qpdf --check "$TEST_TMP/output/meeting/$file.pdf"
done
status_is "new where something is" 2 there new meeting
says "that is told" "$TEST_TMP/err" "meeting"
cp "$TEST_TMP/meeting/event.yaml" "$TEST_TMP/kept"
status_is "new over a file" 2 there new kept
check "the file is as it was" cmp "$TEST_TMP/meeting/event.yaml" "$TEST_TMP/kept"
status_is "new below folders that are not there" 0 there new some/where/else
status_is "which is built" 0 there build some/where/else -o made
if [ "$(id -u)" != 0 ]; then
	mkdir "$TEST_TMP/closed" && chmod 555 "$TEST_TMP/closed"
	status_is "new without permission" 3 there new closed/meeting
fi
echo "a file" >"$TEST_TMP/plain"
status_is "new below a file" 3 there new plain/meeting

# --- preview -------------------------------------------------------------------------------------
status_is "preview" 0 there preview meeting
folder=$TEST_TMP/output/meeting/preview
pages=$(pdfinfo "$TEST_TMP/output/meeting/booklet.pdf" | sed -n 's/^Pages: *//p')
check "a picture of each page of the booklet" test "$(ls "$folder" | grep -c '^booklet-[0-9]*\.png$')" = "$pages"
for file in booklet-contact.png poster-event-01.png poster-agenda-01.png poster-talk-01.png; do
	check "$file is a picture" sh -c 'head -c 8 "$1" | grep -q PNG' sh "$folder/$file"
done
# Width of a PNG: bytes 17 to 20.
width() {
	od -An -tu1 -j 16 -N 4 "$1" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 }'
}
check "110 dots an inch" test "$(width "$folder/booklet-01.png")" = 641
status_is "preview --dpi" 0 there preview --dpi=50 --only=booklet -o small meeting
check "50 dots an inch" test "$(width "$TEST_TMP/small/preview/booklet-01.png")" = 291
check "of the booklet alone" test ! -e "$TEST_TMP/small/preview/poster-event-01.png"
for dpi in 0 -5 1000000; do
	status_is "preview --dpi=$dpi" 2 there preview --dpi=$dpi meeting
done
finish
