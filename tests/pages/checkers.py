"""checkers.py: tries the checks of pages on pages with a fault. Each fault is a change of a real
dump, and must be told by its kind; the dump as it is must be told nothing of. Prints TAP."""

import re
import sys

import check
import content
import dump
import geometry
import setting

EVENT = "tests/events/one-item"
ROUND = "content/waterloo-huawei-serverless-2022"
FAMILIES = {"prose": ("Vollkorn",), "display": "Inter Display"}


def complaints(text, model, name):
	found = set()
	document = dump.read(text)[name]

	def complain(kind, _):
		found.add(kind)

	geometry.check(document, complain)
	setting.check(document, complain, FAMILIES, model)
	content.check(document, model, complain, "")
	return found


def moved(line, dx, dy):
	"""A text's line with all its places moved."""
	head, brace, rest = line.partition(" {")
	words = head.split(" ")
	at = words.index("text") + 1
	words[at], words[at + 1] = "%.2f" % (float(words[at]) + dx), "%.2f" % (float(words[at + 1]) + dy)
	rest = re.sub(
		r'(?<=[ }])(-?\d+\.\d\d)\+', lambda m: "%.2f+" % (float(m.group(1)) + dx), " " + rest
	)[1:]
	return " ".join(words) + brace + rest


def change(text, pattern, how, which=0):
	"""The text with one line changed: the line number `which` that has the pattern."""
	lines = text.split("\n")
	hits = [i for i, line in enumerate(lines) if re.search(pattern, line)]
	hit = hits[which]
	new = how(lines[hit])
	lines[hit : hit + 1] = [new] if isinstance(new, str) else new
	return "\n".join(lines)


PROSE = r"  text .*\{Vollkorn 400 9\.50"
TITLE = r"  text .*\{Inter Display 700 19\.00"


def onto_monogram(text):
	"""Puts a line of prose on the square of the initials that stands on its page."""
	document = dump.read(text)["booklet"]
	page = next(page for page in document.pages if page.kind == "talk")
	square = next(item for item in page.items if item.kind == "fill" and geometry.is_square(item))
	line = next(item for item in page.texts() if item.words[0].style.family == "Vollkorn")
	x, y = square.numbers[0] + 5 - line.words[0].x, square.numbers[1] + 20 - line.y
	lines = text.split("\n")
	lines[line.line - 1] = moved(lines[line.line - 1], x, y)
	return "\n".join(lines)


def other_number(line):
	return re.sub(r'"(\d+)"$', lambda m: '"%d"' % (int(m.group(1)) + 1), line)


def backwards(line):
	"""Exchanges the first two page numbers of an entry of the index."""
	numbers = re.findall(r'target "[^"]*"\} [\d.+]+ "\d+"', line)
	one, other = numbers[0], numbers[1]
	return line.replace(one, "@").replace(other, one).replace("@", other)


# event, kind of complaint, what is done
FAULTS = (
	(EVENT, "safe", lambda t: change(t, PROSE, lambda l: moved(l, 0, 470), 3)),
	(EVENT, "spine", lambda t: change(t, r'  text .*"Agenda"$', lambda l: moved(l, -75, 0))),
	(EVENT, "overlap", lambda t: change(t, PROSE, lambda l: moved(l, 0, 7), 3)),
	(EVENT, "overlap", lambda t: change(t, TITLE, lambda l: [l, moved(l, 3, 0)])),
	(EVENT, "picture", onto_monogram),
	(EVENT, "monogram", lambda t: change(t, r'  text .*"OF"$', lambda l: moved(l, 20, 0))),
	(EVENT, "edge", lambda t: change(t, r"  rule ", lambda l: "  rule #- 36.85 40.78 884.09 40.78 2.20 c1")),
	(EVENT, "edge", lambda t: t.replace(" bleeds", "", 1).replace("  fill #- 0.00 0.00", "  fill #- -9.00 0.00", 1)),
	(EVENT, "measure", lambda t: change(t, PROSE, lambda l: moved(l, 40, 0), 2)),
	(EVENT, "grid", lambda t: change(t, PROSE, lambda l: moved(l, 0, 0.4), 5)),
	(EVENT, "hyphen", lambda t: change(t, TITLE, lambda l: l.replace(" {", " hyphen {", 1))),
	(EVENT, "size", lambda t: change(t, r"\{Inter 600 6\.75", lambda l: l.replace(" 6.75", " 6.25"))),
	(EVENT, "count", lambda t: t.replace("booklet 4 pages", "booklet 5 pages") + extra_page(t)),
	(EVENT, "lost", lambda t: change(t, PROSE, lambda l: [], 4)),
	(EVENT, "lost", lambda t: change(t, TITLE, lambda l: [])),
	(EVENT, "lost", lambda t: t.replace('"gauges"', '"gauge"')),
	(EVENT, "target", lambda t: t.replace('target "talk-orla" title', 'target "talk-orlo" title')),
	(EVENT, "target", lambda t: change(t, r"  link .*target", lambda l: re.sub(r'target "[^"]*"', 'target "nowhere"', l))),
	(ROUND, "number", lambda t: change(t, r'^  text .*target "talk-iosup"\} [\d.+]+ "\d+"$', other_number, 1)),
	(ROUND, "number", lambda t: change(t, r'^  text .*target "talk-iosup"\} [\d.+]+ "\d+"$', lambda l: [], 1)),
	(ROUND, "index", lambda t: change(t, r'  text .*"Iosup".*"\d+"$', backwards)),
	(ROUND, "orphan", lambda t: over_pages(t, 1)),
	(ROUND, "widow", lambda t: over_pages(t, -1)),
)


def extra_page(text):
	last = [line for line in text.split("\n") if line.startswith("page ")][-1]
	return "\n" + last.replace("page 8 label \"8\"", "page 9 label \"9\"").replace("verso", "recto") + "\n"


def over_pages(text, keep):
	"""Moves all but `keep` lines of the first talk's abstract to the head of the next page."""
	document = dump.read(text)["booklet"]
	lines = text.split("\n")
	page = next(p for p in document.pages if any(a.startswith("talk-") for a in p.anchors))
	tags = [item.tag for item in page.texts() if item.words[0].style.family == "Vollkorn"]
	longest = max(set(tags), key=tags.count)
	own = [item.line - 1 for item in page.texts() if item.tag == longest]
	carried = [lines[i] for i in own[keep:]]
	for i in reversed(own[keep:]):
		del lines[i]
	at = next(i for i, line in enumerate(lines) if line.startswith("page %d " % (page.number + 1))) + 1
	lines[at:at] = carried
	return "\n".join(lines)


def main():
	tap = check.Tap()
	models, texts = {}, {}
	for event in (EVENT, ROUND):
		models[event] = content.Model(check.run(event, "--dump=model")[1])
		texts[event] = check.run(event, "--dump=pages", "--only=booklet")[1]
		told = complaints(texts[event], models[event], "booklet")
		tap.report("the pages as they are", [("told", kind) for kind in told])
	for i, (event, kind, fault) in enumerate(FAULTS):
		try:
			found = complaints(fault(texts[event]), models[event], "booklet")
		except IndexError:
			found = {"the line to change was not found"}
		tap.report("fault %d: %s" % (i + 1, kind), [] if kind in found else [("told", sorted(found))])
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()
