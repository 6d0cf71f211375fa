"""finished.py FOLDER EVENT...: builds events into FOLDER and looks at the PDF files as a reader's
programs do: text, links, bookmarks, labels, fonts, codes, and the order of the imposed sheets. What
must be there is taken from the page dump. Prints TAP."""

import os
import sys
import urllib.parse
from collections import Counter, defaultdict

sys.path.insert(0, "tests/pages")

import check
import content
import dump
import pdf

DOCUMENTS = ("booklet", "booklet-print", "poster-event", "poster-agenda", "poster-talk")
SECOND_MOST = 8  # glyphs of a face that say a second text
ROUNDTABLE_TEXT = "tests/events/roundtable-text.txt"


def squeezed(text):
	"""Without white space and hyphens; dashes of ranges and curled quotes as they were typed."""
	text = text.replace("\u2019", "'").replace("\u2018", "'")
	# Poppler's own marks of direction, too.
	for mark in "-\u00ad\u2010\u2011\u2013\u202a\u202b\u202c":
		text = text.replace(mark, "")
	return "".join(text.split())


def check_file(path):
	status, out, said = pdf.tool("qpdf", "--check", path)
	if status != 0 or "WARNING" in out + said:
		yield "qpdf", "%s: exit status %d: %s" % (os.path.basename(path), status, (out + said)[-300:])


def check_fonts(path):
	"""One subset of a face, and beside it small ones, with glyphs that say a second text."""
	faces = defaultdict(list)
	for name, subset, kind, embedded, has_text, number in pdf.fonts(path):
		if not (embedded and subset and has_text):
			yield "font", "%s: %s is not an embedded subset with a text map" % (path, name)
		faces[(name, kind.startswith("CID"))].append(number)
	for (name, _), numbers in faces.items():
		if len(numbers) > 1:
			texts = sorted(pdf.font_texts(path, number) for number in numbers)
			if texts[0] == 0 or any(count > SECOND_MOST for count in texts[:-1]):
				yield "font", "%s: subsets of %s with %s glyphs" % (os.path.basename(path), name, texts)


def same_address(one, other):
	return urllib.parse.unquote(one) == urllib.parse.unquote(other)


def check_links(file, document):
	"""Every link of the dump is in the file, in order, with the right target."""
	for index, page in enumerate(document.pages):
		wanted = []
		for item in page.items:
			if item.kind == "link":
				there = document.page_of(item.target) if item.target else None
				wanted.append((item.href, there, item.target))
		found = file.links(index)
		if len(found) != len(wanted):
			yield "link", "page %d: %d links instead of %d" % (index + 1, len(found), len(wanted))
			continue
		for (address, place), (href, there, target) in zip(found, wanted):
			if href:
				good = address is not None and same_address(address, href)
			else:
				good = place is not None and there is not None and place[0] == there.number - 1
				if good and place[1] is not None:
					good = abs(there.height - there.anchors[target] - place[1]) < 1
			if not good:
				yield "link", "page %d: %s instead of %s" % (index + 1, address or place, href or target)


def flat(outlines, level=1):
	for entry in outlines:
		yield level, entry["title"], entry["destpageposfrom1"]
		yield from flat(entry["kids"], level + 1)


def check_facts(file, document, model):
	wanted = [(level, title, document.page_of(target).number) for level, target, title in document.outline]
	found = list(flat(file.outlines))
	if found != wanted:
		yield "bookmarks", "%s instead of %s" % (found, wanted)
	labels = [page.label for page in document.pages]
	if file.labels() != labels:
		yield "labels", "%s instead of %s" % (file.labels(), labels)
	for key, fact in (("/Title", "title"), ("/Author", "author")):
		if not document.facts.get(fact) or file.info(key) != document.facts[fact]:
			yield "facts", "%s is %s instead of %s" % (key, file.info(key), document.facts.get(fact))
	language = pdf.string(file.follow(file.catalog.get("/Lang")))
	if language != model.event.one("language"):
		yield "facts", "/Lang is %s instead of %s" % (language, model.event.one("language"))
	for index, page in enumerate(document.pages):
		width, height = file.size(index)
		if abs(width - page.width) > 0.02 or abs(height - page.height) > 0.02:
			yield "size", "page %d: %.2f x %.2f instead of %.2f x %.2f" % (index + 1, width, height, page.width, page.height)


def check_codes(path, document, folder, address):
	"""Each code is read back from the page as it is seen. A code is a link on a square with a path."""
	for index, page in enumerate(document.pages):
		wanted = [
			item.href
			for item in page.items
			if item.kind == "link" and item.href and abs(item.numbers[2] - item.numbers[3]) < 0.1 and item.numbers[2] > 30
		]
		# Half a millimetre a module at least: 150 dots an inch show it on any page.
		found = pdf.codes(path, index, folder) if wanted else []
		if Counter(found) != Counter(wanted):
			yield "code", "page %d: read %s instead of %s" % (index + 1, found, wanted)
		for code in wanted:
			if code != address:
				yield "code", "page %d: the code leads to %s" % (index + 1, code)


def count_codes(document):
	return sum(
		1
		for page in document.pages
		for before, item in zip(page.items, page.items[1:])
		if item.kind == "path" and len(item.ops) > 400 and before.kind == "fill"
	)


def check_imposed(folder, pages):
	"""Pages of the sheets by their place, put in the order of reading, are those of the booklet."""
	booklet = os.path.join(folder, "booklet.pdf")
	print_path = os.path.join(folder, "booklet-print.pdf")
	file = pdf.Pdf(print_path)
	count = len(pages)
	if len(file.pages) * 2 != count:
		yield "imposed", "%d sides for %d pages" % (len(file.pages), count)
		return
	for side in range(len(file.pages)):
		size = file.size(side)
		if abs(size[0] - 841.89) > 1 or abs(size[1] - 595.28) > 1:
			yield "imposed", "side %d is %.0f x %.0f" % (side + 1, *size)
		if file.links(side):
			yield "imposed", "side %d has links" % (side + 1)
		sheet, back = divmod(side, 2)
		outer, inner = count - 2 * sheet - back, 2 * sheet + 1 + back
		left, right = (inner, outer) if back else (outer, inner)
		for page, is_left in ((left, True), (right, False)):
			number = str(page)
			wanted = pdf.text(booklet, "-f", number, "-l", number)
			found = pdf.text_of_half(print_path, side, is_left, size)
			if Counter(squeezed(found)) != Counter(squeezed(wanted)):
				place = "left" if is_left else "right"
				yield "imposed", "side %d, %s: not page %d: %s" % (side + 1, place, page, found[:60])


def check_text(folder):
	"""Issue: every abstract and biography of the roundtable, in order."""
	found = squeezed(pdf.text(os.path.join(folder, "booklet.pdf")))
	at = 0
	with open(ROUNDTABLE_TEXT, encoding="utf-8") as file:
		for number, line in enumerate(file, 1):
			place = found.find(squeezed(line), at)
			if place < 0:
				yield "text", "line %d is not in the booklet, or out of order: %s" % (number, line[:60])
			else:
				at = place + len(squeezed(line))


def build(event, folder, *options):
	status, _, said = check.run(event, "-o", folder, *options)
	return [] if status == 0 else [("run", "exit status %d: %s" % (status, said[-400:]))]


def check_same(event, folder):
	"""A second build, elsewhere and with one worker, gives the same bytes."""
	other = folder + "-again"
	yield from build(event, other, "-j", "1")
	for name in sorted(os.listdir(folder)):
		with open(os.path.join(folder, name), "rb") as one, open(os.path.join(other, name), "rb") as two:
			if one.read() != two.read():
				yield "bytes", name + " differs from the first build's"
	left = [name for name in os.listdir(folder) if not name.endswith(".pdf")]
	if left:
		yield "files", "left behind: %s" % left


def check_event(tap, event, folder):
	name = os.path.basename(event.rstrip("/"))
	failed = build(event, folder)
	tap.report(name + ": build", failed)
	if failed:
		return
	model = content.Model(check.run(event, "--dump=model")[1])
	address = model.event.one("join-url")
	documents = dump.read(check.run(event, "--dump=pages")[1])
	for kind in DOCUMENTS:
		path = os.path.join(folder, kind + ".pdf")
		complaints = list(check_file(path)) + list(check_fonts(path))
		document = documents.get(kind)
		if document:
			file = pdf.Pdf(path)
			complaints += check_links(file, document)
			complaints += check_facts(file, document, model)
			complaints += check_codes(path, document, folder, address)
			if bool(address) != bool(count_codes(document)):
				complaints.append(("code", "%d codes" % count_codes(document)))
		tap.report("%s: %s.pdf" % (name, kind), complaints)
	tap.report(name + ": imposed", list(check_imposed(folder, documents["booklet"].pages)))
	if "waterloo" in name:
		tap.report(name + ": text", list(check_text(folder)))
	tap.report(name + ": same bytes", list(check_same(event, folder)))


def main():
	tap = check.Tap()
	for event in sys.argv[2:]:
		check_event(tap, event, os.path.join(sys.argv[1], os.path.basename(event.rstrip("/"))))
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()
