# A book of 300 talks, set in slices by several threads: the same bytes for any number of them, and
# the pages that contents, agenda, biographies and index name are those where the talks stand.
. tests/tap.inc
program=$BIFOLIO
event=$TEST_TMP/event
mkdir -p "$event"
awk 'BEGIN {
	print "format: 1\nevent: {title: Long Book, date: 2027-03-04, timezone: Europe/Lisbon}"
	print "print:\n  booklet: {talks: flow}\n  documents: [booklet]\n  parts: [{part: contents, depth: talks}, agenda, talks, bios, index]"
	print "people:"
	for (i = 101; i <= 400; i++)
		printf "  p%d: {name: Ana Name%d, bio: Ana has %d plants.}\n", i, i, i
	print "program:"
	for (i = 101; i <= 400; i++) {
		printf "  - id: t%d\n    time: %02d:%02d-%02d:%02d\n", i, 8 + (i - 101) / 30, (i - 101) % 30 * 2, 8 + (i - 100) / 30, (i - 100) % 30 * 2
		printf "    title: Machine%d\n    speaker: p%d\n    abstract: |\n      Begin%d.", i, i, i
		for (n = 0; n < 60 + i % 7 * 40; n++) printf " some words of it"
		print ""
	}
}' >"$event/event.yaml"

status_is "one thread" 0 "$program" build "$event" -j1 -o "$TEST_TMP/one"
status_is "three threads" 0 "$program" build "$event" -j3 -o "$TEST_TMP/three"
check "the same bytes" cmp "$TEST_TMP/one/booklet.pdf" "$TEST_TMP/three/booklet.pdf"

# Numbers as printed, one line each: KIND TALK PAGE; "at": where it stands.
pdftotext -layout "$TEST_TMP/one/booklet.pdf" "$TEST_TMP/text"
awk 'BEGIN { RS = "\f"; FS = "\n" } {
	for (l = 1; l <= NF; l++) {
		line = $l
		if (match(line, /Begin[0-9]+/)) print "at", substr(line, RSTART + 5, RLENGTH - 5), NR
		if (match(line, /^ *[0-9]+ +Machine[0-9]+ /)) {
			split(line, f, " ")
			print "contents", substr(f[2], 8), f[1]
		} else if (match(line, /Machine[0-9]+ +[0-9]+ *$/)) {
			split(substr(line, RSTART + 7), f, " ")
			print "agenda", f[1], f[2]
		}
		if (match(line, /Ana Name[0-9]+ .* p\..?[0-9]+ *$/)) {
			talk = substr(line, RSTART + 8, 3)
			match(line, /[0-9]+ *$/)
			print "bio", talk, substr(line, RSTART) + 0
		}
	}
}' "$TEST_TMP/text" >"$TEST_TMP/numbers"
for kind in contents agenda bio; do
	check "the pages of $kind" awk -v kind=$kind '
		$1 == "at" { at[$2] = $3 }
		$1 == kind { said[$2] = $3; n++ }
		END {
			for (talk in at) if (said[talk] != at[talk]) { bad++; print talk, "is on", at[talk], "and not", said[talk] }
			print n, "numbers for 300 talks"
			exit bad > 0 || n != 300
		}' "$TEST_TMP/numbers"
done
# "Name101, Ana  2, 9, 120": the row of the agenda, the talk's page, the biography.
pdftotext -f 450 "$TEST_TMP/one/booklet.pdf" - | tr '\n\f' '  ' >"$TEST_TMP/index"
check "the pages of the index" awk '
	FNR == NR { if ($1 == "at") at[$2] = $3; next }
	{ while (match($0, /Name[0-9]+, Ana[ 0-9,\302\240\342\200\202]*/)) {
		entry = substr($0, RSTART, RLENGTH)
		$0 = substr($0, RSTART + RLENGTH)
		talk = substr(entry, 5, 3)
		n++
		if (entry !~ ("[^0-9]" at[talk] "([^0-9]|$)")) { bad++; print talk, "is on", at[talk], ":", entry }
	} }
	END { print n, "entries"; exit bad > 0 || n != 300 }' "$TEST_TMP/numbers" "$TEST_TMP/index"
finish
