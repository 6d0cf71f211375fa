"""dump: reads what `bifolio build --dump=pages` prints (src/page/page_dump.c) into objects: a
document of pages of items, texts with every word's place. Lengths stay pt, as floats."""

import re

STRING = r'"(?:\\.|[^"\\])*"'
NUMBER = r"-?\d+\.\d\d"
PIECE = re.compile(
	r"\{((?:[^{}\"]|" + STRING + r")*)\}|(" + NUMBER + r")\+(" + NUMBER + r") (" + STRING + ")"
)
STYLE = re.compile(r"(.+?) (\d+)(i?) (" + NUMBER + r") c(-|\d+)((?: .*)?)$")
OPTION = re.compile(r"(href|target|lang|says|alt|label|of) (" + STRING + ")")
ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\(.)")
CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}


def unquote(text):
	def character(match):
		if match.group(1):
			return chr(int(match.group(1), 16))
		return CONTROLS.get(match.group(2), match.group(2))

	return ESCAPE.sub(character, text[1:-1])


class Word:
	"""One word with its style. x is on the page, before the item is turned."""

	__slots__ = ("x", "width", "text", "style")

	def __init__(self, x, width, text, style):
		self.x, self.width, self.text, self.style = x, width, text, style


class Style:
	__slots__ = ("family", "weight", "italic", "size", "colour", "href", "target", "tracking")

	def __init__(self, text):
		match = STYLE.match(text)
		if not match:
			raise ValueError("style not understood: " + text)
		self.family, self.weight = match.group(1), int(match.group(2))
		self.italic, self.size = bool(match.group(3)), float(match.group(4))
		self.colour = -1 if match.group(5) == "-" else int(match.group(5))
		found = {name: unquote(value) for name, value in OPTION.findall(match.group(6))}
		self.href, self.target = found.get("href"), found.get("target")
		track = re.search(r" track (" + NUMBER + ")", match.group(6))
		self.tracking = float(track.group(1)) if track else 0.0


def halves(start, curve):
	"""Points along a cubic curve."""
	points = []
	for part in range(1, 9):
		t = part / 8
		weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
		controls = [start] + curve
		points.append(tuple(sum(w * p[axis] for w, p in zip(weights, controls)) for axis in (0, 1)))
	return points


class Item:
	"""kind: text fill rule dots path image link. tag: None for artifacts. line: of the dump."""

	def __init__(self, kind, line):
		self.kind, self.line = kind, line
		self.tag = None
		self.words = []
		self.turn = 0.0
		self.hyphen = self.rtl = self.bleeds = self.clip = self.spaced = False
		self.numbers = []
		self.href = self.target = self.says = None
		self.own_colour = None # of a text, instead of its runs'
		self.fill = None # of a path
		self.path = ""

	def text(self):
		return "".join(word.text for word in self.words)

	def outline(self):
		"""Corners of a path on the page: curves by their ends and the points half-way along them."""
		tokens = self.path.split()
		at = tokens.index("at")
		x, y = float(tokens[at + 1]), float(tokens[at + 2])
		points, numbers, kind = [], [], None
		for token in tokens[at + 3 :] + ["Z"]:
			if token in "MLCZ" and len(token) == 1:
				if kind == "C":
					points += halves(points[-1], [(numbers[i] + x, numbers[i + 1] + y) for i in (0, 2, 4)])
				elif kind in ("M", "L"):
					points.append((numbers[0] + x, numbers[1] + y))
				kind, numbers = token, []
			elif token != "clip":
				numbers.append(float(token))
		return points

	def size(self):
		return max((word.style.size for word in self.words), default=0.0)


def read_text_item(item, rest):
	head = rest.split(" {", 1)[0].split()
	item.x, item.y = float(head[0]), float(head[1])
	item.tag = None if head[2] == "#-" else int(head[2][1:])
	item.hyphen, item.rtl = "hyphen" in head, "rtl" in head
	item.spaced = "space" in head
	colours = [word[1:] for word in head[3:] if re.match(r"c\d+$", word)]
	item.own_colour = int(colours[0]) if colours else None
	if "turn" in head:
		item.turn = float(head[head.index("turn") + 1])
	style = None
	for match in PIECE.finditer(rest):
		if match.group(1) is not None:
			style = Style(match.group(1))
		else:
			word = unquote(match.group(4))
			item.words.append(Word(float(match.group(2)), float(match.group(3)), word, style))


def read_other_item(item, rest):
	tag, _, rest = rest.partition(" ")
	item.tag = None if tag == "#-" else int(tag[1:])
	found = {name: unquote(value) for name, value in OPTION.findall(rest)}
	item.href, item.target, item.says = found.get("href"), found.get("target"), found.get("says")
	item.alt = found.get("alt")
	item.of, item.step = found.get("of"), rest.split()[-1] if rest else None
	plain = re.sub(STRING, "", rest)
	item.bleeds, item.clip = " bleeds" in plain, " clip" in plain
	item.ops = re.findall(r"\b[MLCZ]\b", plain)
	fill = re.match(r" ?c(\d+|-)", plain) if item.kind == "path" else None
	item.fill = int(fill.group(1)) if fill and fill.group(1) != "-" else None
	item.path = plain if item.kind == "path" else ""
	colour = re.search(r" c(\d+)", " " + plain)
	item.colour = int(colour.group(1)) if colour else -1
	item.numbers = [float(n) for n in re.findall(r"(?<![\w.])" + NUMBER, plain)]


class Page:
	def __init__(self, line):
		match = re.match(
			r"page (\d+) label (" + STRING + r") (\S+) (\S+) (\S+) (verso|recto) safe "
			r"(\S+) (\S+) (\S+) (\S+)$",
			line,
		)
		if not match:
			raise ValueError("page not understood: " + line)
		self.number, self.label = int(match.group(1)), unquote(match.group(2))
		self.kind = match.group(3)
		self.width, self.height = float(match.group(4)), float(match.group(5))
		self.verso = match.group(6) == "verso"
		x, y, width, height = (float(match.group(i)) for i in range(7, 11))
		self.safe = (x, y, x + width, y + height)
		self.anchors = {}
		self.items = []

	def texts(self):
		return [item for item in self.items if item.kind == "text" and item.words]


class Document:
	def __init__(self, line):
		match = re.match(r"document (\S+) (\d+) pages( rtl)?$", line)
		self.name, self.count, self.rtl = match.group(1), int(match.group(2)), bool(match.group(3))
		self.facts = {}
		self.outline = []
		self.palette = []
		self.pages = []

	def page_of(self, anchor):
		for page in self.pages:
			if anchor in page.anchors:
				return page
		return None


def read_line(document, line, number):
	fact = re.match(r" (title|author|subject|keywords|language|date) (" + STRING + ")$", line)
	outline = re.match(r" outline (\d+) target (" + STRING + ") title (" + STRING + ")$", line)
	if fact:
		document.facts[fact.group(1)] = unquote(fact.group(2))
	elif line.startswith(" palette "):
		document.palette = [int(colour[1:], 16) for colour in line.split()[1:]]
	elif outline:
		entry = (int(outline.group(1)), unquote(outline.group(2)), unquote(outline.group(3)))
		document.outline.append(entry)
	elif line.startswith("page "):
		document.pages.append(Page(line))
	elif line.startswith("  anchor "):
		_, y, name = line.split(None, 3)[:3] # and x, of what is not at the page's edge
		document.pages[-1].anchors[name] = float(y)
	elif line.startswith("  "):
		kind, _, rest = line[2:].partition(" ")
		item = Item(kind, number)
		if kind == "text":
			read_text_item(item, rest)
		else:
			read_other_item(item, rest)
		document.pages[-1].items.append(item)
	else:
		raise ValueError("line %d not understood: %s" % (number, line))


def pass_over_drawings(document):
	"""Words of a drawing are no texts: they stand in the figure's tag, as its lines do."""
	drawings = {item.tag for page in document.pages for item in page.items if item.kind == "path"}
	for page in document.pages:
		for item in page.texts():
			if item.tag in drawings:
				item.tag = None


def read(text):
	"""All documents of a dump, by name."""
	documents = {}
	document = None
	for number, line in enumerate(text.split("\n"), 1):
		if line.startswith("document "):
			document = Document(line)
			documents[document.name] = document
		elif line:
			read_line(document, line, number)
	for document in documents.values():
		if len(document.pages) != document.count:
			raise ValueError("%s: pages are missing from the dump" % document.name)
		pass_over_drawings(document)
	return documents
