#!/bin/sh
# What a screen reader gets: the structure of every document by tagged.py, and how the roundtable's
# booklet reads, as a golden text (made anew with UPDATE=1, to be read before it is kept).
. tests/tap.inc

golden=tests/finish/roundtable.structure

build() {
	"$BIFOLIO" build "$1" -o "$TEST_TMP/$(basename "$1")" >"$TEST_TMP/log" 2>&1 || {
		cat "$TEST_TMP/log"
		return 1
	}
}

# Numbers of objects say nothing to a reader.
structure() {
	pdfinfo -struct-text "$1" | sed -e '/^ *Object /d' -e 's/ <note-[0-9]*>//'
}

same_structure() {
	structure "$TEST_TMP/waterloo-huawei-serverless-2022/booklet.pdf" >"$TEST_TMP/structure"
	[ -z "${UPDATE:-}" ] || cp "$TEST_TMP/structure" "$golden"
	diff -u "$golden" "$TEST_TMP/structure"
}

refused() {
	! python3 -B tests/finish/tagged.py "$1"
}

for event in content/waterloo-huawei-serverless-2022 tests/events/everything tests/events/arabic \
	tests/events/japanese tests/events/long-names tests/events/two-days; do
	folder=$(basename "$event")
	check "$folder is built" build "$event"
	check "$folder is tagged" python3 -B tests/finish/tagged.py "$TEST_TMP/$folder"
done

check "the roundtable reads as it did" same_structure

"$BIFOLIO" build tests/events/two-days --only booklet-phone -o "$TEST_TMP/phone" >"$TEST_TMP/log" 2>&1
python3 -B tests/finish/tagged.py "$TEST_TMP/phone" >"$TEST_TMP/tagged"
says "a paragraph over two pages is one" "$TEST_TMP/tagged" "^ok .*booklet-phone.pdf: .*, [1-9][0-9]* paragraphs over pages$"

# Entries of a long index one below the other were read when their memory had gone.
check "a long index in large print" "$BIFOLIO" build tests/events/two-days-five-rooms --only booklet-large \
	-o "$TEST_TMP/large"
check "it is tagged" python3 -B tests/finish/tagged.py "$TEST_TMP/large"

# What explains something is a note, which others could refer to.
structure "$TEST_TMP/two-days/poster-agenda.pdf" >"$TEST_TMP/poster"
check "the zone of the times is a note" grep -A 1 "^ *Note (inline)" "$TEST_TMP/poster"
says "it says so" "$TEST_TMP/poster" "Times are Central European Summer Time"
structure "$TEST_TMP/two-days/booklet.pdf" >"$TEST_TMP/book"
check "the key of the index is a note" grep -A 1 "^ *Note (inline)" "$TEST_TMP/book"

mkdir "$TEST_TMP/untagged"
check "a draft is built" "$BIFOLIO" build content/waterloo-huawei-serverless-2022 --draft \
	--only poster-event -o "$TEST_TMP/untagged"
check "a draft has no structure" refused "$TEST_TMP/untagged"

finish
