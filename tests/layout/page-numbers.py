"""page-numbers.py FOLDER: books whose numbers of pages grow by a digit with a page more: every
number that is printed is that of the page where its talk stands, and each book is done."""

import os
import re
import sys

sys.path.insert(0, "tests/pages")
import check
import content
import dump

# Talks of books of 10 and of 100 pages, and of a few less and more.
COUNTS = (2, 3, 4, 5, 6, 7, 80, 82, 84, 85, 86, 87, 88)


def write_event(folder, count):
	out = [
		"format: 1",
		"event: {title: Numbers, host: Guild, place: Old Library, language: en, date: 2027-03-04, timezone: Europe/Lisbon}",
		"print: {documents: [booklet], booklet: {talks: page}, parts: [{part: contents, depth: talks}, agenda, talks, speakers, index]}",
		"program:",
	]
	for i in range(count):
		start = 8 * 60 + 5 * i
		out.append('  - {time: "%d:%02d–%d:%02d", id: t%d, title: Machine %d,' % (
			start // 60, start % 60, (start + 5) // 60, (start + 5) % 60, i, i))
		out.append("     speaker: {name: Ana Name%d}, abstract: Some words of it.}" % i)
	os.makedirs(folder)
	with open(os.path.join(folder, "event.yaml"), "w", encoding="utf-8") as file:
		file.write("\n".join(out) + "\n")


def main():
	tap = check.Tap()
	lengths = set()
	for count in COUNTS:
		folder = os.path.join(sys.argv[1], "of-%d" % count)
		write_event(folder, count)
		status, out, said = check.run(folder, "--dump=pages")
		complaints = [("run", said[-400:])] if status else []
		if not status:
			document = dump.read(out)["booklet"]
			model = content.Model(check.run(folder, "--dump=model")[1])
			lengths.add(document.count)
			content.check_numbers(document, model, lambda kind, text: complaints.append((kind, text)))
			given = [len(list(content.slots(page))) for page in document.pages if page.kind == "contents"]
			if sum(given) < count:
				complaints.append(("contents", "gives %d numbers for %d talks" % (sum(given), count)))
		tap.report("%d talks" % count, complaints)
	sides = [min(lengths) < 10, 10 in lengths or 11 in lengths, any(90 < n < 100 for n in lengths), any(n >= 100 for n in lengths)]
	tap.report("from one digit to three", [] if all(sides) else [("lengths", str(sorted(lengths)))])
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()
