"""prose_pages: what a compositor asks of pages in running text, of a book's dump: no widow and no
orphan, no heading alone at a foot, no list broken within an entry, no portrait without its
biography, baselines on one grid, facing pages that end alike, no page half empty."""

import re
import sys
from collections import Counter

sys.path.insert(0, "tests/pages")
import setting

GRID = 0.1 # pt that a baseline may be off
FIRST_LINES = 4 # of a talk, on the page of its title
KEEP = {"prose": 3, "small": 2} # lines at a frame's head and foot
WHOLE = {"prose": 4, "small": 3} # paragraphs of so many lines are not divided
ALONG = 3 # lines that a biography takes along


class Frame:
	"""A page's column: lines in order, and what stands first in it."""

	def __init__(self, page, column, columns):
		self.page, self.column, self.columns = page, column, columns
		self.lines, self.pictures, self.starts = [], [], []

	def name(self):
		return "page %d%s" % (self.page.number, " column %d" % (self.column + 1) if self.columns > 1 else "")

	def foot(self):
		return max([line.y for line in self.lines] + [bottom for _, bottom, _ in self.pictures])

	def begins_talk(self):
		"""Does a talk, or a session, begin at its top?"""
		top = min(line.y for line in self.lines)
		return any(y <= top for y in self.starts)


class Line:
	"""What stands on one baseline of a frame and in one paragraph."""

	def __init__(self, frame, item):
		self.frame, self.y, self.items = frame, item.y, [item]
		self.tag = item.tag

	def text(self):
		return "".join(item.text() for item in self.items)

	def size(self):
		return max(item.size() for item in self.items)

	def family(self):
		return Counter(word.style.family for item in self.items for word in item.words).most_common(1)[0][0]


class Book:
	"""The frames of a book's talks. families: of prose; display: of titles. mode: page, flow, dense.
	apart: a talk has pages of its own."""

	def __init__(self, document, families, mode):
		self.apart, self.columns = mode == "page", 2 if mode == "dense" else 1
		self.document, self.prose, self.display = document, families["prose"], families["display"]
		self.pages = [page for page in document.pages if page.kind.startswith("talk")]
		self.frames = []
		for page in self.pages:
			self.add_page(page)
		self.line = self.pitch()

	def column_of(self, page, x):
		if self.columns == 1:
			return 0
		left = x < page.width / 2
		return int(not left) if not self.document.rtl else int(left)

	def add_page(self, page):
		frames = [Frame(page, column, self.columns) for column in range(self.columns)]
		for item in page.texts():
			if item.tag is None or item.turn:
				continue
			x = (item.words[0].x + item.words[-1].x) / 2 if self.columns > 1 else 0
			lines = frames[self.column_of(page, x)].lines
			if lines and lines[-1].tag == item.tag and abs(lines[-1].y - item.y) < 0.5:
				lines[-1].items.append(item)
			else:
				lines.append(Line(frames[self.column_of(page, x)], item))
		for item in page.items:
			if item.kind == "image" and item.tag is not None:
				x, y, width, height = item.numbers[:4]
				frames[self.column_of(page, x + width / 2)].pictures.append((y, y + height, item))
		anchors = [y for name, y in page.anchors.items() if name.startswith(("talk-", "session-"))]
		for frame in frames:
			frame.starts = anchors
			if frame.lines:
				self.frames.append(frame)

	def is_prose(self, line):
		return line.family() in self.prose

	def kind(self, lines):
		return "prose" if any(self.is_prose(line) for line in lines) else "small"

	def pitch(self):
		"""Distance of the baselines within a paragraph: the commonest, made exact over a whole frame."""
		steps, spans = Counter(), []
		for frame in self.frames:
			lines = [line for line in frame.lines if self.is_prose(line)]
			for before, after in zip(lines, lines[1:]):
				if before.tag == after.tag:
					steps[round(after.y - before.y, 1)] += 1
			spans.append(max([line.y for line in lines], default=0) - min([line.y for line in lines], default=0))
		if not steps:
			return 0
		usual = steps.most_common(1)[0][0]
		exact = [span / round(span / usual) for span in spans if span > 10 * usual]
		# A frame may have something between its first and its last line that is off by half.
		return sorted(exact, key=lambda one: abs(one - usual))[0] if exact else usual

	def edge(self, line):
		"""Distance of a line's first edge from the frame's."""
		words = [word for item in line.items for word in item.words]
		if self.document.rtl:
			return line.frame.page.width - max(word.x + word.width for word in words)
		return min(word.x for word in words)

	def set_off(self):
		"""Tags of lists and quotations, half a line lower than the prose around them: all of their lines
		are indented."""
		found = set()
		for lines in self.paragraphs():
			edges = {}
			for line in lines:
				edges.setdefault(line.frame, []).append(self.edge(line))
			if all(min(part) > self.edges()[frame] + 8 for frame, part in edges.items()) or re.fullmatch(r"\W|\d+\.", lines[0].text().strip()):
				found.add(lines[0].tag)
		return found

	def edges(self):
		"""Of the frames' text: where most lines begin."""
		if not hasattr(self, "found_edges"):
			sides = {}
			for frame in self.frames:
				for line in frame.lines:
					if self.is_prose(line):
						sides.setdefault((frame.page.verso, frame.column), Counter())[round(self.edge(line))] += 1
			self.found_edges = {}
			for frame in self.frames:
				counts = sides.get((frame.page.verso, frame.column), Counter([0]))
				self.found_edges[frame] = counts.most_common(1)[0][0]
		return self.found_edges

	def paragraphs(self):
		found = {}
		for frame in self.frames:
			for line in frame.lines:
				found.setdefault(line.tag, []).append(line)
		return found.values()


def told(line):
	return '%s: "%s"' % (line.frame.name(), line.text().strip()[:50])


def check_breaks(book, complain):
	"""Widows and orphans; paragraphs that are too short to be divided."""
	for lines in book.paragraphs():
		first, last = lines[0].frame, lines[-1].frame
		if first is last:
			continue
		kind = book.kind(lines)
		head = sum(line.frame is last for line in lines)
		foot = sum(line.frame is first for line in lines)
		if foot < KEEP[kind]:
			complain("orphan", told(lines[0]) + " begins with %d lines at a foot" % foot)
		if head < KEEP[kind]:
			complain("widow", told(lines[-1]) + " ends with %d lines at a head" % head)
		if len(lines) <= WHOLE[kind]:
			complain("divided", told(lines[0]) + " has but %d lines" % len(lines))


def check_starts(book, complain):
	"""A title stands with its names and four lines of the text, or all of it."""
	talks = []
	for frame in book.frames:
		for line in frame.lines:
			if line.family() == book.display and line.size() > 9:
				if not talks or talks[-1][0] != line.tag:
					talks.append((line.tag, frame, []))
			elif talks and book.is_prose(line):
				talks[-1][2].append(line)
	for tag, frame, prose in talks:
		here = sum(line.frame is frame for line in prose)
		if here < min(FIRST_LINES, len(prose)):
			complain("start", "%s: a talk begins with %d lines of its text" % (frame.name(), here))
	for frame in book.frames:
		last = max(frame.lines, key=lambda line: line.y)
		if last.family() == book.display and last.size() > 10:
			complain("heading", told(last) + " ends the page")


def check_lists(book, complain):
	"""Entries are whole."""
	where = {}
	for frame in book.frames:
		for line in frame.lines:
			for number, end, entry in re.findall(r"Item(\d+)([xy])(\d+)", line.text()):
				where.setdefault((number, entry), {})[end] = (frame, line)
	for ends in where.values():
		if len(ends) == 2 and ends["x"][0] is not ends["y"][0]:
			complain("entry", told(ends["x"][1]) + " is divided")


def check_portraits(book, complain):
	"""A portrait stands beside the first lines of what is said of the person."""
	for frame in book.frames:
		for top, bottom, item in frame.pictures:
			beside = [line for line in frame.lines if top - 1 < line.y < bottom + 4 and not book.is_prose(line)]
			if not any(re.search(r"Name\d+", line.text()) for line in beside):
				complain("portrait", "%s: one stands alone at %.0f" % (frame.name(), top))


def check_references(book, complain):
	"""Two of a list of them stand with the label, and each is whole."""
	for frame in book.frames:
		for label in (line for line in frame.lines if line.text().strip() == "References"):
			numbers = [line for line in frame.lines if line.y >= label.y - 6 and re.match(r"\d+\b", line.text().strip())]
			if len(numbers) < 2:
				complain("references", "%s: the label stands with %d" % (frame.name(), len(numbers)))


def check_running(book, complain):
	"""A page that begins within an abstract says which."""
	english = book.document.facts["language"] == "en"
	for before, frame in zip(book.frames, book.frames[1:]):
		first = min(frame.lines, key=lambda line: line.y)
		if book.columns > 1 or not english or frame.begins_talk() or not book.is_prose(first):
			continue
		words = [item.text() for item in frame.page.texts() if item.tag is None and item.y < first.y + 2 * book.line]
		if "continued" not in words or not any(re.match(r"\d+:\d\d", word) for word in words):
			complain("running", frame.name() + " does not say what goes on")


def check_floats(book, complain):
	"""Where a talk has a page of its own its biography goes with the portrait to the foot of it."""
	if not book.apart:
		return
	foot = max(frame.foot() for frame in book.frames)
	for frame, after in zip(book.frames, book.frames[1:]):
		alone = frame.begins_talk() and after.begins_talk()
		if alone and frame.pictures and frame.foot() < foot - 2 * book.line:
			complain("float", "%s: the biography ends at %.0f of %.0f" % (frame.name(), frame.foot(), foot))


def check_along(book, complain):
	"""A frame begins with no biography of a talk's first speaker, whose numbers are even, unless there
	are references above it (prose_event.py), nor within one under its name."""
	for frame in book.frames:
		if book.apart or frame.begins_talk():
			continue
		first = min(frame.lines, key=lambda line: line.y)
		name = re.match(r"(Ana )?Name(\d+)", first.text())
		if not name or book.is_prose(first):
			continue
		number = int(name.group(2))
		if not name.group(1) or (number % 2 == 0 and number // 2 % 7 != 3):
			complain("along", told(first) + " begins the page")


def check_grid(book, complain):
	"""The baselines of prose stand on the lines of the page, the same on all pages."""
	off = book.set_off()
	lines = [
		line
		for frame in book.frames
		for line in frame.lines
		if book.is_prose(line) and line.tag not in off and not line.text().startswith("Ana Name")
	]
	if not lines or not book.line:
		return
	offset = Counter(round(line.y % book.line, 1) for line in lines).most_common(1)[0][0]
	for line in lines:
		off = (line.y - offset) % book.line
		off = min(off, book.line - off)
		if off > GRID:
			complain("grid", told(line) + " is %.2f pt off" % off)


def spreads(book):
	"""Frames of a left page and of the right page that faces it."""
	by_page = {}
	for frame in book.frames:
		by_page.setdefault(frame.page.number, []).append(frame)
	for number, frames in by_page.items():
		if number % 2 == 0 and number + 1 in by_page:
			yield frames + by_page[number + 1]


def ends_freely(book, frame):
	"""Is it the last, does a talk begin after it, or does it end with small type, or that after it?"""
	at = book.frames.index(frame)
	if frame.columns > 1 and frame.page is book.frames[-1].page:
		return True # the last columns are balanced
	last = max(frame.lines, key=lambda line: line.y)
	if at + 1 == len(book.frames) or book.frames[at + 1].begins_talk() or not book.is_prose(last):
		return True
	after = min(book.frames[at + 1].lines, key=lambda line: line.y)
	return not book.is_prose(after)


def check_feet(book, complain):
	"""In a spread all frames end at the same line where text goes on after them. Where nothing else is to
	be had, one of eight spreads may have a line's difference; of four columns, one of three."""
	unlike, count = [], 0
	for frames in spreads(book):
		feet = [frame.foot() for frame in frames if not ends_freely(book, frame)]
		count += 1
		if feet and max(feet) - min(feet) > 1:
			told_feet = "%s: ends at %s" % (frames[0].name(), ", ".join("%.1f" % foot for foot in feet))
			unlike.append(told_feet)
			if max(feet) - min(feet) > book.line + 1:
				complain("feet", told_feet)
	if len(unlike) > count / (8 if book.columns == 1 else 3):
		complain("feet", "of %d spreads %d are unlike: %s" % (count, len(unlike), "; ".join(unlike)))


def check_full(book, complain):
	"""No page is half empty but where its part ends."""
	tops = min(line.y for frame in book.frames for line in frame.lines)
	feet = max(frame.foot() for frame in book.frames)
	last = book.frames[-1].page
	for frame, after in zip(book.frames, book.frames[1:]):
		noted = any(item.kind == "dots" for item in frame.page.items)
		ends = frame.page is last or noted or (book.apart and after.begins_talk())
		if not ends and frame.foot() - tops < (feet - tops) / 2:
			complain("full", "%s ends at %.0f of %.0f" % (frame.name(), frame.foot(), feet))


CHECKS = (check_breaks, check_starts, check_lists, check_portraits, check_references, check_running, check_floats, check_along, check_grid, check_feet, check_full)


def check(document, families, mode, complain):
	book = Book(document, families, mode)
	for one in CHECKS:
		one(book, complain)
	return book
