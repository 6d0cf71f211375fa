# Names, rooms, sessions and page numbers are links: see linked.py. And bookmarks are in three levels.
. tests/tap.inc
check "of everything" python3 -B tests/doc/linked.py tests/events/everything
sed 's/^print:$/&\n  booklet: {talks: dense}/' tests/events/everything/event.yaml >"$TEST_TMP/yaml"
cp -r tests/events/everything "$TEST_TMP/event"
cp "$TEST_TMP/yaml" "$TEST_TMP/event/event.yaml"
check "in columns, too" python3 -B tests/doc/linked.py "$TEST_TMP/event"
"$BIFOLIO" build tests/events/two-days-five-rooms --only=booklet -o "$TEST_TMP/made" 2>"$TEST_TMP/err"
check "bookmarks: parts and days, sessions, talks" python3 -B - "$TEST_TMP/made/booklet.pdf" <<-'PYTHON'
	import sys
	sys.path.insert(0, "tests/doc")
	import pdf
	def depth(entries):
	    return 1 + max((depth(entry["kids"]) for entry in entries), default=0) if entries else 0
	outlines = pdf.Pdf(sys.argv[1]).outlines
	days = [entry for entry in outlines if entry["title"].startswith(("Friday 10", "Saturday 11"))]
	sessions = [kid for day in days for kid in day["kids"]]
	talks = [kid for session in sessions for kid in session["kids"]]
	titles = {entry["title"] for entry in talks}
	sys.exit(not (depth(outlines) == 3 and len(days) == 2 and "A1 Teaching with wetlands" in {entry["title"] for entry in sessions} and "Seven lessons from flood gates" in titles))
PYTHON
finish
