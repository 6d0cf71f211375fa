"""content: nothing is lost, and every page number is right. What an event says is taken from
`--dump=model`, its texts are compared with the pages' by their letters and figures alone, so that
neither markup, quotation marks, hyphens nor line breaks matter."""

import html
import re
import unicodedata

from dump import STRING, unquote

# Kinds that have pages and posters of their own (PRODUCT.md, "Kinds").
TALKS = ("talk", "keynote", "panel", "workshop", "tutorial")
KINDS = TALKS + ("opening", "closing", "break", "meal", "social", "meeting", "session", "poster-session")
SPEAKING = ("speaker", "presenter", "moderator", "panellist", "author")


class Entry:
	"""A person, an item or the event itself: what the model's dump says of it."""

	def __init__(self, kind, name):
		self.kind, self.name = kind, name
		self.values = {}

	def one(self, key):
		return self.values.get(key, [None])[0]

	def all(self, key):
		return self.values.get(key, [])


class Model:
	def __init__(self, text):
		self.event, self.people, self.items, self.days = None, {}, [], []
		# Pages of notes fill the last sheet, unless the content leaves them out.
		self.fills = bool(re.search(r"^ +part notes$", text, re.M))
		self.bios_apart = bool(re.search(r"^ +part bios$", text, re.M))
		stack = []
		for line in text.split("\n"):
			match = re.match(r"( *)(\S+)(?: (.*))?$", line)
			if match:
				self.take(stack, len(match.group(1)) // 2, match.group(2), match.group(3) or "")

	def take(self, stack, depth, key, value):
		del stack[depth:]
		entry = None
		if key == "event" and depth == 0:
			entry = self.event = Entry(key, value)
		elif key == "person":
			entry = self.people[value] = Entry(key, value)
		elif key in KINDS and not value.startswith('"') and depth >= 2:
			entry = Entry(key, value)
			entry.day = self.days[-1]
			self.items.append(entry)
		elif key == "repeats" and stack[-1] in self.items:
			# The same once more: its texts stand where it takes place first.
			self.items.remove(stack[-1])
		elif key in ("day", "room", "print"):
			entry = Entry(key, value)
			if key == "day":
				self.days.append(value)
		elif stack and stack[-1]:
			plain = unquote(value) if value.startswith('"') else value
			stack[-1].values.setdefault(key, []).append(plain)
		stack.append(entry)

	def speakers(self, item):
		ids = [name for key in SPEAKING for name in item.all(key)]
		return [self.people[name] for name in dict.fromkeys(ids)]

	def has_page(self, item):
		"""An item without abstract and biography gets no page of its own; a biography that stands elsewhere
		gives it none."""
		if item.kind not in TALKS:
			return False
		if self.bios_apart:
			return bool(item.one("abstract"))
		named = [self.people[i] for key in ("speaker", "presenter", "author") for i in item.all(key)]
		return bool(item.one("abstract") or any(person.one("bio") for person in named))


def plain(markup):
	"""Markdown and HTML to their text, near enough for a comparison of letters."""
	text = re.sub(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)", r"\1", markup)
	text = re.sub(r"<(?!https?:|mailto:|[\w.]+@)/?[a-zA-Z][^>]*>", " ", text)
	return html.unescape(text)


def letters(text):
	text = unicodedata.normalize("NFC", text)
	return "".join(c for c in text if unicodedata.category(c)[0] in "LNM")


def text_of(items):
	"""Letters of texts in reading order: tags are numbered in it."""
	tagged = [item for item in items if item.tag is not None]
	tagged.sort(key=lambda item: item.tag)
	return letters("".join(item.text() for item in tagged))


def texts_of_pages(pages):
	return text_of([item for page in pages for item in page.texts()])


def in_columns(document):
	"""Do talks stand in two columns? Then small prose has two left edges."""
	for page in document.pages:
		if page.kind.startswith("talk"):
			edges = {}
			for item in page.texts():
				if item.tag is not None and item.size() < 9.2 and len(item.words) > 8:
					edge = round(item.x / 20)
					edges[edge] = edges.get(edge, 0) + 1
			if sum(count > 8 for count in edges.values()) > 1:
				return True
	return False


def range_of_talk(document, name):
	"""Texts between a talk's anchor and the next talk's or another part's page."""
	anchors = [
		(page, y, anchor)
		for page in document.pages
		for anchor, y in page.anchors.items()
		if anchor.startswith(("talk-", "part-"))
	]
	for i, (page, y, anchor) in enumerate(anchors):
		if anchor != name:
			continue
		end = anchors[i + 1] if i + 1 < len(anchors) else None
		stop = (end[0].number, end[1]) if end else (10**9, 0)
		return [
			item
			for p in document.pages
			if p.kind == page.kind
			for item in p.texts()
			if (page.number, y) <= (p.number, item.y) < stop
		]
	return None


def expect(found, wanted, complain, place, what):
	if wanted and letters(plain(wanted)) not in found:
		complain("lost", "%s: %s is missing: %s" % (place, what, wanted.strip()[:70]))


def check_talk(document, model, item, complain):
	name = "talk-" + item.name
	items = range_of_talk(document, name)
	if in_columns(document) and items is not None:
		# Two columns: nothing can be said of what stands below what.
		kind = document.page_of(name).kind
		items = [text for page in document.pages if page.kind == kind for text in page.texts()]
	if items is None:
		complain("lost", "there is no page of talk %s" % item.name)
		return
	found = text_of(items)
	expect(found, item.one("title"), complain, item.name, "title")
	expect(found, item.one("subtitle"), complain, item.name, "subtitle")
	expect(found, item.one("abstract"), complain, item.name, "abstract")
	for reference in item.all("reference"):
		expect(found, reference, complain, item.name, "reference")
	for person in model.speakers(item):
		expect(found, person.one("name"), complain, item.name, "name")


def check_booklet(document, model, complain):
	event = model.event
	cover = texts_of_pages(document.pages[:1])
	for key in ("title", "subtitle", "host", "place"):
		expect(cover, event.one(key), complain, "cover", key)
	everything = texts_of_pages(document.pages)
	# Posters stand in a list of boards rather than in the agenda.
	agenda = texts_of_pages([page for page in document.pages if page.kind in ("agenda", "boards")])
	for item in model.items:
		expect(agenda, item.one("title"), complain, "agenda", "title")
		if model.has_page(item):
			check_talk(document, model, item, complain)
	directory = texts_of_pages([page for page in document.pages if page.kind == "speakers"])
	index = texts_of_pages([page for page in document.pages if page.kind == "index"])
	for person in model.people.values():
		speaks = any(person in model.speakers(item) for item in model.items)
		for key in ("affiliation", "email", "phone", "handle", "url", "bio"):
			for text in person.all(key):
				expect(everything, text, complain, "booklet", key)
		if speaks and directory:
			expect(directory, person.one("name"), complain, "directory", "name")
		if speaks and index:
			expect(index, person.one("sort") or person.one("name"), complain, "index", "name")


def before_colon(title):
	return re.split(r"(?<=\w): ", title)[0] if title else title


def cut_at_word(title):
	"""Of a long title what fits 48 characters with the ellipsis."""
	return title[:47].rsplit(" ", 1)[0] if title and len(title) > 48 else title


def expect_title(found, item, complain, place):
	"""In full, its short form, the part before the colon, or cut at a word (DESIGN.md, 7 and 11)."""
	title = item.one("title")
	forms = [title, item.one("short-title"), before_colon(title), cut_at_word(before_colon(title))]
	if title and not any(form and letters(form) in found for form in forms):
		complain("lost", "%s: no form of the title is there: %s" % (place, title[:70]))


def check_poster_event(document, model, complain):
	found = texts_of_pages(document.pages)
	for key in ("title", "subtitle", "host", "place"):
		expect(found, model.event.one(key), complain, document.name, key)


def check_poster_agenda(document, model, complain):
	found = texts_of_pages(document.pages)
	cells = {item.of: item.step for page in document.pages for item in page.items
		if item.kind == "cell"}
	for item in model.items:
		# Timetables say what grid.py looks at.
		if cells and cells.get(item.name) not in ("whole", "names-in-a-row"):
			continue
		expect_title(found, item, complain, document.name)
		names = [] if cells else model.speakers(item)
		if names:
			expect(found, names[0].one("name"), complain, document.name, "name")
	check_sheets(document, model, complain)


def check_sheets(document, model, complain):
	"""A sheet hangs alone: each says which day it is, and how its times are to be read."""
	days = [date for date in model.days]
	for page in document.pages:
		found = " ".join(item.text() for item in page.texts())
		found = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in found)
		# Whatever the language, the day of the month stands there.
		if not any(re.search(r"(?<!\d)%d(?!\d)" % int(date[8:]), found) for date in days):
			complain("sheet", "page %d: the day is not told" % page.number)
		if not any(name.startswith("item-") for name in page.anchors) and not any(
				item.kind == "cell" for item in page.items):
			complain("sheet", "page %d: nothing of the day is on it" % page.number)


def check_poster_talk(document, model, complain, said):
	wanted = [item for item in model.items if item.kind in TALKS]
	for item in wanted:
		page = document.page_of("talk-" + item.name)
		if page is None:
			complain("lost", "talk %s has no poster" % item.name)
			continue
		found = texts_of_pages([page])
		place = "poster of " + item.name
		expect(found, item.one("title"), complain, place, "title")
		expect(found, item.one("abstract"), complain, place, "abstract")
		people = model.speakers(item)
		for person in people[: 8 if len(people) <= 8 else 1]:
			expect(found, person.one("name"), complain, place, "name")
		# A biography may give way, if that is told.
		speaking = [model.people[i] for i in item.all("speaker")]
		if len(speaking) == 1 and "[poster-without-biography]" not in said:
			expect(found, speaking[0].one("bio"), complain, place, "biography")


# --- page numbers and links ---------------------------------------------------------------------


def slots(page):
	"""Printed numbers that stand for a page: (item, target, number)."""
	for item in page.texts():
		runs = {}
		for word in item.words:
			if word.style.target:
				runs.setdefault((id(word.style), word.style.target), []).append(word.text)
		for (_, target), words in runs.items():
			text = "".join(words)
			if text.strip().isdigit():
				yield item, target, text.strip()


def check_numbers(document, model, complain):
	for page in document.pages:
		for _, target, number in slots(page):
			there = document.page_of(target)
			if there is None:
				complain("number", "page %d: page %s is given for %s, which is nowhere" % (page.number, number, target))
			elif there.label != number:
				complain("number", "page %d: page %s is given for %s, which is on page %s" % (page.number, number, target, there.label))
	programme = [page for page in document.pages if page.kind in ("agenda", "boards")]
	agenda = [slot for page in programme for slot in slots(page)]
	given = {target for _, target, _ in agenda}
	for item in model.items:
		if model.has_page(item) and "talk-" + item.name not in given:
			complain("number", "the agenda gives no page for %s" % item.name)


def check_index(document, complain):
	"""Numbers of one entry rise, and none is given twice."""
	for page in document.pages:
		if page.kind != "index":
			continue
		entries = {}
		for item, _, number in slots(page):
			entries.setdefault(item.tag, (item, []))[1].append(int(number))
		for item, numbers in entries.values():
			if numbers != sorted(set(numbers)):
				complain("index", "page %d: %s: the numbers %s are not in order" % (page.number, item.text(), numbers))


def check_targets(document, complain):
	known = {anchor for page in document.pages for anchor in page.anchors}
	for _, target, title in document.outline:
		if target not in known:
			complain("target", "bookmark \"%s\" leads to %s, which is nowhere" % (title, target))
	missing = set()
	for page in document.pages:
		for item in page.items:
			targets = {word.style.target for word in item.words if word.style.target}
			targets.add(item.target)
			missing |= {(page.number, t) for t in targets if t and t not in known}
	for number, target in sorted(missing):
		complain("target", "page %d: a link leads to %s, which is nowhere" % (number, target))


def check(document, model, complain, said):
	"""said: the diagnostics of the run."""
	check_targets(document, complain)
	if document.name.startswith("booklet"):
		check_booklet(document, model, complain)
		# On a phone one touches the titles.
		if document.name != "booklet-phone":
			check_numbers(document, model, complain)
		check_index(document, complain)
	elif document.name == "poster-event":
		check_poster_event(document, model, complain)
	elif document.name == "poster-agenda":
		check_poster_agenda(document, model, complain)
	else:
		check_poster_talk(document, model, complain, said)
