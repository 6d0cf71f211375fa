"""setting: what a typesetter checks. Baselines of prose that line up across the book, no widow and
no orphan, no heading left alone, hyphens only where they may stand, and no type too small."""

import unicodedata
from collections import Counter, defaultdict

from content import in_columns

GRID = 0.1 # pt that a baseline may be off
SMALLEST = 6.4 # pt in print
PROSE_KEEP, SMALL_KEEP = 3, 2 # lines that must stay together at a page's head and foot
WHOLE = 4 # a paragraph of so many lines is not divided


class Line:
	"""A line of a paragraph: the texts of one tag on one baseline of one page."""

	def __init__(self, page, item):
		self.page, self.y, self.items = page, item.y, [item]

	def families(self):
		return {word.style.family for item in self.items for word in item.words}

	def size(self):
		return max(item.size() for item in self.items)

	def hyphen(self):
		return any(item.hyphen for item in self.items)

	def text(self):
		return "".join(item.text() for item in self.items)


def paragraphs(document):
	"""Lines by tag, in order; artifacts have none."""
	found = defaultdict(list)
	for page in document.pages:
		for item in page.texts():
			if item.tag is None or item.turn:
				continue
			lines = found[item.tag]
			if lines and lines[-1].page is page and abs(lines[-1].y - item.y) < 0.5:
				lines[-1].items.append(item)
			else:
				lines.append(Line(page, item))
	return found


def is_prose(lines, prose):
	"""prose: the families that prose is set in."""
	return any(family in line.families() for line in lines for family in prose)


def pitch(lines):
	"""Distance of baselines: the commonest, made exact over the longest run that there is."""
	steps = Counter(
		round(after.y - before.y, 1)
		for before, after in zip(lines, lines[1:])
		if before.page is after.page and 0 < after.y - before.y < 40
	)
	if not steps:
		return 0
	usual = steps.most_common(1)[0][0]
	longest = (1, usual)
	for page in {line.page for line in lines}:
		heights = [line.y for line in lines if line.page is page]
		span = max(heights) - min(heights)
		count = round(span / usual)
		if count > longest[0] and abs(span - count * usual) < usual / 4:
			longest = (count, span)
	return longest[1] / longest[0]


def check_grid(document, complain, prose):
	"""All baselines of prose of a booklet stand on one grid of half lines."""
	lines = [
		line
		for paragraph in paragraphs(document).values()
		if is_prose(paragraph, prose)
		for line in paragraph
	]
	half = pitch(lines) / 2
	if not half:
		return
	offset = lines[0].y % half
	for line in lines:
		off = (line.y - offset) % half
		off = min(off, half - off)
		if off > GRID:
			complain(
				"grid",
				'page %d: prose at %.2f is %.2f pt off the grid of %.2f: "%s"'
				% (line.page.number, line.y, off, half, line.text()[:40]),
			)


def describe(line):
	return 'page %d: "%s"' % (line.page.number, line.text().strip()[:50])


def check_breaks(document, complain, prose):
	"""Paragraphs over two pages keep enough lines on each."""
	for lines in paragraphs(document).values():
		pages = [line.page for line in lines]
		if pages[0] is pages[-1]:
			continue
		keep = PROSE_KEEP if is_prose(lines, prose) else SMALL_KEEP
		counts = Counter(page.number for page in pages)
		first, last = counts[pages[0].number], counts[pages[-1].number]
		if first < keep:
			complain("orphan", describe(lines[0]) + " begins with %d lines at a page's foot" % first)
		if last < keep:
			complain("widow", describe(lines[-1]) + " ends with %d lines at a page's head" % last)
		if len(lines) <= WHOLE:
			complain("divided", describe(lines[0]) + " has %d lines on two pages" % len(lines))


def is_heading(item, display):
	return all(word.style.family == display for word in item.words if word.text.strip())


def check_headings(document, complain, display):
	"""No page ends with a heading while its text stands on the next."""
	for page, following in zip(document.pages, document.pages[1:]):
		texts = [item for item in page.texts() if item.tag is not None]
		if not texts or page.kind == "cover":
			continue
		last = max(texts, key=lambda item: item.y)
		if last.size() > 10 and is_heading(last, display) and following.kind == page.kind:
			complain("heading", 'page %d ends with the heading "%s"' % (page.number, last.text()))


def check_starts(document, complain, prose):
	"""A talk begins with four lines of its prose, or all that it has, on the same page."""
	starts = []
	for page in document.pages:
		for name, y in page.anchors.items():
			if name.startswith("talk-"):
				starts.append((page, y, name))
	for i, (page, y, name) in enumerate(starts):
		after = starts[i + 1] if i + 1 < len(starts) else None
		lines = [
			line
			for lines in paragraphs(document).values()
			if is_prose(lines, prose)
			for line in lines
			if in_range(line, (page, y), after)
		]
		here = sum(line.page is page for line in lines)
		if here < min(4, len(lines)):
			complain("start", "page %d: %s begins with %d lines of its text" % (page.number, name, here))


def in_range(line, start, end):
	at = (line.page.number, line.y)
	if at < (start[0].number, start[1]):
		return False
	return end is None or at < (end[0].number, end[1])


def is_wide(text):
	return any(unicodedata.east_asian_width(character) == "W" for character in text)


def check_hyphens(document, complain, prose):
	for lines in paragraphs(document).values():
		divided = [line.hyphen() for line in lines]
		if any(divided) and not is_prose(lines, prose):
			complain("hyphen", describe(lines[divided.index(True)]) + " divides a word outside prose")
		# A rag never has two running; justified text may, where its spaces would suffer, but not three.
		most = 2 if any(item.spaced for line in lines for item in line.items) else 1
		running = 0
		for line in lines:
			running = running + 1 if line.hyphen() else 0
			if running > most:
				complain("hyphen", describe(line) + ": %d lines running end in hyphens" % running)
		for before, line in zip(lines, lines[1:]):
			if before.hyphen() and before.page is not line.page:
				complain("hyphen", describe(before) + " divides a word over a page's end")
		last = lines[-1].text().strip()
		if len(lines) > 1 and last and len(last) < (2 if is_wide(last) else 4):
			complain("stub", describe(lines[-1]) + " is all there is on a paragraph's last line")


def check_sizes(document, complain):
	for page in document.pages:
		for item in page.texts():
			for word in item.words:
				if word.style.size < SMALLEST - 0.01 and word.text.strip():
					complain("size", 'page %d: "%s" is set in %.2f pt' % (page.number, word.text, word.style.size))
					break


def check_count(document, complain, fills):
	if fills and document.count % 4:
		complain("count", "%d pages are no multiple of 4" % document.count)
	for page in document.pages:
		if page.verso != (page.number % 2 == 0):
			complain("count", "page %d stands on the wrong side" % page.number)
	notes = [page.number for page in document.pages if page.kind == "notes"]
	if len(notes) > 3:
		complain("count", "%d pages of notes" % len(notes))


def check(document, complain, families, model):
	"""In two columns neither the grid nor the start rule holds."""
	check_sizes(document, complain)
	if not document.name.startswith("booklet"):
		return
	dense = in_columns(document)
	check_count(document, complain, model.fills)
	# Arabic prose is led by 6/5 of the line (DESIGN-2, F1): it cannot stand on the grid.
	if not dense and not document.rtl:
		check_grid(document, complain, families["prose"])
	if not dense:
		check_starts(document, complain, families["prose"])
	check_breaks(document, complain, families["prose"])
	check_headings(document, complain, families["display"])
	check_hyphens(document, complain, families["prose"])
