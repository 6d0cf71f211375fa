# What stands together in lists: the lines of a row at a glance, a session's head and what it says of
# the session, a member of a committee and where somebody is from, a piece of a talk in columns.
. tests/tap.inc
program=$BIFOLIO
mkdir -p "$TEST_TMP/event"

# apart ONE OTHER: numbers N whose words ONEN and OTHERN are not on one page, or not in the order of
# their lines in one column
apart() {
	awk -v one="$1" -v other="$2" '
		/^page/ { page = $2 }
		match($0, "\"" one "[0-9]+") { n = substr($0, RSTART + 1 + length(one), RLENGTH - 1 - length(one)); p[n] = page; x[n] = $2; y[n] = $3 }
		match($0, "\"" other "[0-9]+") { n = substr($0, RSTART + 1 + length(other), RLENGTH - 1 - length(other)); q[n] = page; u[n] = $2; v[n] = $3 }
		END {
			for (n in p) {
				count++
				if (p[n] != q[n] || v[n] <= y[n] || u[n] > x[n] + 20 || u[n] < x[n] - 20) print n
			}
			if (!count) print "none"
		}' "$TEST_TMP/pages"
}
nothing() {
	test -z "$(apart "$@")"
}
build() {
	"$program" build "$TEST_TMP/event" --dump=pages 2>"$TEST_TMP/err" >"$TEST_TMP/pages"
}

# Rows and heads of sessions of two lines, pages that end after any of them.
for most in 40 41 42; do
	awk -v most="$most" 'BEGIN {
		print "format: 1\nevent: {title: Whole, language: en, date: 2027-03-01, timezone: Europe/Lisbon}"
		print "print: {documents: [booklet], parts: [sessions, glance]}\nrooms:"
		for (i = 1; i <= most; i++) print "  r" i ": {name: Room" i "}"
		print "program:"
		for (i = 1; i <= most; i++) {
			print "  - {time: 10:00–11:00, kind: session, title: Head" i ", room: r" i ", chair: {name: Ana N" i "}, talks: [{title: First" i "}, {title: Talk}]}"
		}
		for (i = 1; i <= most; i++) {
			print "  - {time: 11:00–12:00, title: Title" i ", room: r" i ", speaker: {name: Speaker" i "}}"
		}
	}' >"$TEST_TMP/event/event.yaml"
	build
	check "rows of $most" nothing Title Speaker
	check "who and where on one line, $most" grep -q '"Speaker1".*"Room1"' "$TEST_TMP/pages"
	awk '/^page/ { on = $5 == "sessions" } on' "$TEST_TMP/pages" >"$TEST_TMP/some"
	mv "$TEST_TMP/some" "$TEST_TMP/pages"
	check "heads of $most" nothing Head Room
	check "heads and first talks of $most" nothing Head First
done

# One of two lines that is left for the last page, or has no room beside the first.
for most in 43 44 45 46 47 48; do
	awk -v most="$most" 'BEGIN {
		print "format: 1\nevent: {title: Whole, language: en, date: 2027-03-01, timezone: Europe/Lisbon}"
		print "print: {documents: [booklet], parts: [committees]}\ncommittees:\n  - name: Programme\n    members:"
		for (i = 101; i <= 100 + most; i++) print "      - \"Ana Member" i ", Institute for the Slow and Careful Study" i "\""
		print "program: [{time: 9:00, title: One}]"
	}' >"$TEST_TMP/event/event.yaml"
	build
	check "members, $most" nothing Member Study
done
finish
