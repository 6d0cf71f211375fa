# The directory: with pictures for forty people; more stand in two columns without, each whole, with
# name and page on one line.
. tests/tap.inc
program=$BIFOLIO

# directory_of COUNT: its pages
directory_of() {
	mkdir -p "$TEST_TMP/event"
	awk -v count="$1" 'BEGIN {
		print "format: 1\nevent: {title: Many, language: en, date: 2027-03-01, timezone: Europe/Lisbon}"
		print "print: {documents: [booklet], parts: [agenda, speakers]}\nprogram:"
		for (i = 1; i <= count; i++) {
			print "  - time: " 540 / 60 + int(i / 10) ":" 10 + i % 10 * 5 "\n    title: Machine " i
			print "    speaker: {name: \"Ana N" i "ome\", affiliation: House " i "}"
		}
	}' >"$TEST_TMP/event/event.yaml"
	"$program" build "$TEST_TMP/event" --dump=pages 2>"$TEST_TMP/err" |
		awk '/^page/ { on = $5 == "speakers" } on' >"$TEST_TMP/pages"
}

directory_of 40
check "a monogram each" sh -c 'test "$(grep -c "monogram\|Inter Display 500" "$1")" -ge 40' - "$TEST_TMP/pages"
directory_of 41
check "one more: none" sh -c '! grep -q "Inter Display 500" "$1"' - "$TEST_TMP/pages"
check "all are there" sh -c 'test "$(grep -c "600 8.00.*ome\"" "$1")" = 41' - "$TEST_TMP/pages"
check "in two columns" awk '/600 8.00.*ome"/ { at[$2]++ } END { for (x in at) n++; exit !(n >= 2 && n <= 4) }' "$TEST_TMP/pages"
check "pages on their lines" awk '/600 8.00.*ome"/ { names[$3]++ } /p\./ && /target "item/ { pages[$3]++ }
	END { for (y in names) { n += names[y]; bad += names[y] != pages[y] } exit n != 41 || bad }' "$TEST_TMP/pages"
# Links land at the person, in whichever column.
check "an anchor at each name" awk '/^  anchor .* person-/ { y[$3] = $2; x[$3] = $5 + 0 } /600 8.00.*ome"/ { names[$3]++; left[$2]++ }
	END { for (a in y) { near = 0; for (t in names) { d = t - y[a]; near += d > 0 && d < 22 } bad += !near; n++; columns[x[a]]++ }
		for (c in columns) m++; exit n != 41 || bad || m < 2 }' "$TEST_TMP/pages"
"$program" build "$TEST_TMP/event" -o "$TEST_TMP/made" 2>"$TEST_TMP/err"
check "in the file, too" python3 -B - "$TEST_TMP/made/booklet.pdf" <<-'PYTHON'
	import subprocess, sys, re
	text = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", sys.argv[1], "-"], capture_output=True).stdout
	lefts = set(int(float(x)) for x in re.findall(rb"/XYZ\s+([\d.]+)", text))
	sys.exit(not (0 in lefts and max(lefts) > 150))
PYTHON
finish
