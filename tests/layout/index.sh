# Indexes: three pages and more in a row are a range, two are not; parts are indented; short indexes
# share a page; the index of many people says how far it goes.
. tests/tap.inc
program=$BIFOLIO

mkdir -p "$TEST_TMP/event"
awk 'BEGIN {
	print "format: 1\nevent: {title: Pages, language: en, date: 2027-03-01, timezone: Europe/Lisbon}"
	print "print: {documents: [booklet], booklet: {talks: page}, parts: [talks, index, topics, affiliations]}\nprogram:"
	for (i = 1; i <= 6; i++) {
		scales = i % 2 ? "kitchen scales and all the users, " : ""
		print "  - {time: \"" 8 + i ":00–" 9 + i ":00\", id: t" i ", title: Machine " i ", abstract: Words.,"
		print "     topics: [" scales (i < 5 ? "rivers, " : "") (i == 1 || i == 2 ? "wells, " : "") (i % 2 ? "rust > removal" : "dust") "],"
		print "     speaker: {name: Ana N" i "ome, affiliation: " (i < 4 ? "House" : "Hall") "}}"
	}
}' >"$TEST_TMP/event/event.yaml"
"$program" build "$TEST_TMP/event" --dump=pages >"$TEST_TMP/all" 2>"$TEST_TMP/err"
awk '/^page/ { on = $5 == "index" } on' "$TEST_TMP/all" >"$TEST_TMP/pages"
check "a range" grep -q '"rivers.*"1.*–.*4"' "$TEST_TMP/pages"
check "two pages are none" grep -q '"wells".*"1".*",".*"2"' "$TEST_TMP/pages"
check "apart" grep -q '"removal".*"1".*",".*"3".*",".*"5"' "$TEST_TMP/pages"
check "a part is indented" awk '/"rust"/ { x = $2 } /"removal/ { y = $2 } END { exit !(y > x + 5 && y < x + 20) }' "$TEST_TMP/pages"
check "three on one page" sh -c 'grep -q "\"Topics\"" "$1" && grep -q "\"Affiliations\"" "$1"' - "$TEST_TMP/pages"
check "few numbers go down whole" grep -A3 '"kitchen".*"scales".*"and".*"users"[^"]*$' "$TEST_TMP/pages"
check "every number leads to its page" sh -c 'grep -q "link .*target \"talk-t1\"" "$1" && grep -q "link .*target \"talk-t4\"" "$1"' - "$TEST_TMP/pages"

awk 'BEGIN {
	print "format: 1\nevent: {title: Many, language: en, date: 2027-03-01, timezone: Europe/Lisbon}"
	print "print: {documents: [booklet], parts: [agenda, index]}\nprogram:"
	for (i = 0; i < 130; i++) {
		printf "  - {time: \"%d:%02d\", title: Machine %d, speaker: {name: Ana %cname%d}}\n", 9 + int(i / 12), i % 12 * 5, i, 66 + i % 20, i
	}
}' >"$TEST_TMP/event/event.yaml"
"$program" build "$TEST_TMP/event" --dump=pages >"$TEST_TMP/all" 2>"$TEST_TMP/err"
check "how far it goes" grep -q '"B–U"' "$TEST_TMP/all"
check "how many they are" awk '/^page/ { on = $5 == "index" } on && /"130" .*"people"/ { found = 1 } END { exit !found }' "$TEST_TMP/all"

# The last names of a long index leave their page to the next one, its key above that.
sed -i 's/parts: \[agenda, index\]/parts: [agenda, index, topics]/; s/title: Machine/topics: [rivers, wells], title: Machine/' "$TEST_TMP/event/event.yaml"
"$program" build "$TEST_TMP/event" --dump=pages 2>"$TEST_TMP/err" |
	awk '/^page/ { on = $5 == "index" || $5 == "topics"; page = $2 } on && /^  text/ { print page, $3, $0 }' >"$TEST_TMP/pages"
check "the next one stands on its last page" awk '
	/"[A-Z]name[0-9]/ { last = $1; y = $2 } /"Bold"/ { key = $1; at = $2 } /"Topics"/ && $2 < 540 { head = $1; below = $2 }
	END { print last, y, key, at, head, below; exit !(last == head && key == head && y < at && at < below) }' "$TEST_TMP/pages"
finish
