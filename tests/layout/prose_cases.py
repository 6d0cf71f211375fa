"""prose_cases.py FOLDER: events that are hard to break into pages (prose_event.py), in every mode,
page size and setting, their pages looked at by prose_pages.py. Prints TAP."""

import os
import sys

sys.path.insert(0, "tests/pages")
import check
import dump
import prose_event
import prose_pages

# name, seed, language, mode, settings
CASES = (
	("flow", 1, "en", "flow", ""),
	("flow, justified", 4, "en", "flow", "justify: true"),
	("flow, A4", 5, "en", "flow", "size: A4"),
	("flow, letter, justified", 6, "en", "flow", "size: letter, justify: true"),
	("flow, Hebrew", 3, "he", "flow", ""),
	("flow, Arabic", 4, "ar", "flow", ""),
	("dense", 1, "en", "dense", ""),
	("dense, justified", 7, "en", "dense", "justify: true"),
	("dense, A4", 8, "en", "dense", "size: A4"),
	("dense, letter, justified", 9, "en", "dense", "size: letter, justify: true"),
	("dense, Arabic, A4", 5, "ar", "dense", "size: A4"),
	("dense, Hebrew", 6, "he", "dense", ""),
	("pages", 1, "en", "page", ""),
	("pages, A4, justified", 2, "en", "page", "size: A4, justify: true"),
)


def settings(mode, words):
	size = "".join(", " + word for word in words.split(", ") if word.startswith("size"))
	lines = ["booklet: {talks: %s%s}" % (mode, size)]
	return "\n".join(lines + [word for word in words.split(", ") if word.startswith("justify")])


def main():
	tap = check.Tap()
	for name, seed, language, mode, words in CASES:
		folder = os.path.join(sys.argv[1], name.replace(", ", "-"))
		lengths = prose_event.hard_lengths(seed)
		prose_event.write_event(folder, seed, language, settings(mode, words), lengths)
		status, out, said = check.run(folder, "--dump=pages")
		complaints = []
		if status:
			complaints.append(("run", said[-600:]))
		else:
			document = dump.read(out)["booklet"]
			families = check.families("signal", language)
			prose_pages.check(document, families, mode, lambda kind, text: complaints.append((kind, text)))
		tap.report(name, complaints)
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()
