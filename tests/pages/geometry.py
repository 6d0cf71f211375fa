"""geometry: where ink stands. No text outside the safe area, none over another text, over a
picture or over a code; nothing outside the page but what bleeds or is clipped.

The box of a word is that of its type, not of its line: 0.72 of the size above the baseline, 0.21
below, which holds capitals and descenders of the faces used here. Turned texts (the clock) are
compared as turned rectangles."""

import math
import unicodedata

ASCENT, DESCENT = 0.72, 0.21
# Two words may touch by this much of their size before they count as overlapping.
TOUCH = 0.06


class Box:
	"""A rectangle, perhaps turned: corners, and the upright rectangle around it."""

	def __init__(self, corners):
		self.corners = corners
		self.x0, self.x1 = min(x for x, _ in corners), max(x for x, _ in corners)
		self.y0, self.y1 = min(y for _, y in corners), max(y for _, y in corners)


def rectangle(x0, y0, x1, y1):
	return Box([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def word_box(item, word, shrink=0.0):
	size = word.style.size
	x0, x1 = word.x + shrink * size, word.x + word.width - shrink * size
	y0, y1 = item.y - (ASCENT - shrink) * size, item.y + (DESCENT - shrink) * size
	if not item.turn:
		return rectangle(x0, y0, x1, y1)
	angle = math.radians(item.turn)
	cosine, sine = math.cos(angle), math.sin(angle)

	def turned(x, y):
		x, y = x - item.x, y - item.y
		return item.x + x * cosine - y * sine, item.y + x * sine + y * cosine

	return Box([turned(x0, y0), turned(x1, y0), turned(x1, y1), turned(x0, y1)])


def separated(one, other):
	"""Is there a side of `one` with all of `other` beyond it?"""
	corners = one.corners
	for i in range(4):
		(ax, ay), (bx, by) = corners[i], corners[(i + 1) % 4]
		nx, ny = by - ay, ax - bx
		near = max(nx * x + ny * y for x, y in one.corners)
		if min(nx * x + ny * y for x, y in other.corners) >= near:
			return True
	return False


def overlap(one, other):
	if one.x1 <= other.x0 or other.x1 <= one.x0 or one.y1 <= other.y0 or other.y1 <= one.y0:
		return False
	return not separated(one, other) and not separated(other, one)


def is_ink(word):
	return any(not character.isspace() for character in word.text)


def words_of(page):
	return [(item, word) for item in page.texts() for word in item.words if is_ink(word)]


def where(page, item, word):
	return 'page %d: "%s" at %.1f, %.1f' % (page.number, word.text, word.x, item.y)


def is_tab(page, item):
	"""On a thumb tab, whose place is the fore-edge (DESIGN.md, 12)."""
	depth = 7 * 72 / 25.4 * page.width / (148 * 72 / 25.4)
	return abs(item.turn) == 90 and not depth < item.x < page.width - depth


def check_safe(page, complain):
	x0, y0, x1, y1 = page.safe
	for item, word in words_of(page):
		if is_tab(page, item):
			continue
		box = word_box(item, word)
		if is_wide_mark(word):
			# Its ink fills the half that points inwards.
			box.x0, box.x1 = box.x0 + word.width / 2, box.x1 - word.width / 2
		if box.x0 < x0 - 0.02 or box.x1 > x1 + 0.02 or box.y0 < y0 - 0.02 or box.y1 > y1 + 0.02:
			complain("safe", where(page, item, word) + " stands outside the safe area")


def check_spine(page, complain):
	"""No type within 10 mm of the spine (DESIGN.md, 12)."""
	spine = 10 * 72 / 25.4
	for item, word in words_of(page):
		box = word_box(item, word)
		free = page.width - box.x1 if page.verso else box.x0
		if free < spine - 0.02:
			complain("spine", where(page, item, word) + " is %.1f pt from the spine" % free)


def is_wide_mark(word):
	"""East Asian punctuation, which takes half its width where two meet."""
	return all(
		unicodedata.category(character)[0] == "P" and unicodedata.east_asian_width(character) in "WF"
		for character in word.text
	)


def check_overlaps(page, complain):
	boxes = [(word_box(item, word, TOUCH), item, word) for item, word in words_of(page)]
	boxes.sort(key=lambda entry: entry[0].x0)
	for i, (box, item, word) in enumerate(boxes):
		for other, other_item, other_word in boxes[i + 1 :]:
			if other.x0 >= box.x1:
				break
			meet = item is other_item and (is_wide_mark(word) or is_wide_mark(other_word))
			if not meet and overlap(box, other):
				other_text = '"%s" at %.1f, %.1f' % (other_word.text, other_word.x, other_item.y)
				complain("overlap", where(page, item, word) + " overlaps " + other_text)


def protected(page):
	"""Areas that no text may enter: pictures, codes with their quiet zone, squares of monograms;
	each with the index of the item after which its own text may follow."""
	areas = []
	for i, item in enumerate(page.items):
		following = page.items[i + 1] if i + 1 < len(page.items) else None
		if item.kind == "image":
			areas.append((rectangle_of(item), None, "picture"))
		elif item.kind == "fill" and not item.bleeds and is_square(item):
			if following and following.kind == "path" and len(following.ops) > 400:
				areas.append((rectangle_of(item), None, "code"))
			else:
				areas.append((rectangle_of(item), following, "monogram"))
	return areas


def rectangle_of(item):
	x, y, width, height = item.numbers[:4]
	return rectangle(x, y, x + width, y + height)


def is_square(item):
	return abs(item.numbers[2] - item.numbers[3]) < 0.05 and item.numbers[2] > 10


def check_pictures(page, complain):
	for area, own, name in protected(page):
		for item, word in words_of(page):
			if item is own:
				box = word_box(item, word)
				inside = area.x0 <= box.x0 and box.x1 <= area.x1 and area.y0 <= box.y0
				if not inside or box.y1 > area.y1:
					complain("monogram", where(page, item, word) + " leaves its square")
			elif overlap(area, word_box(item, word, TOUCH)):
				complain("picture", where(page, item, word) + " stands on a " + name)


def extent(item):
	"""x0, y0, x1, y1 of the ink of an item that is no text; None = nothing to say."""
	numbers = item.numbers
	if item.kind in ("fill", "image"):
		return numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]
	if item.kind in ("rule", "dots"):
		return (
			min(numbers[0], numbers[2]),
			min(numbers[1], numbers[3]),
			max(numbers[0], numbers[2]),
			max(numbers[1], numbers[3]),
		)
	return None


def check_page_edge(page, complain):
	for item in page.items:
		# A page from a file may have a bleed.
		over = item.bleeds or item.clip or (item.kind == "image" and page.kind == "insert")
		found = None if over else extent(item)
		if not found:
			continue
		x0, y0, x1, y1 = found
		if x0 < -0.02 or y0 < -0.02 or x1 > page.width + 0.02 or y1 > page.height + 0.02:
			complain("edge", "page %d: a %s leaves the page (dump line %d)" % (page.number, item.kind, item.line))


def column_edges(document):
	"""Left and right edge of the live area on left and on right pages, by their rules."""
	edges = {}
	for page in document.pages:
		for item in page.items:
			if item.kind == "rule":
				x0, x1 = sorted((item.numbers[0], item.numbers[2]))
				old = edges.get(page.verso, (x0, x1))
				edges[page.verso] = min(old[0], x0), max(old[1], x1)
	return edges


def side_columns(page, edges):
	"""What is left of the live area beside the rules: margins are those of the other side's page,
	the other way round."""
	other = edges.get(not page.verso)
	if not other:
		return []
	own = edges[page.verso]
	low, high = page.width - other[1], page.width - other[0]
	gap = 8.0
	return [(low, own[0] - gap), (own[1] + gap, high)]


def check_measure(page, complain, edges, hang):
	"""No line sticks out of its column, but for hanging punctuation."""
	columns = [edges[page.verso]] + side_columns(page, edges)
	for item, word in words_of(page):
		if item.turn or item.tag is None:
			continue
		# A title's letters are moved left by the white of their first letter.
		give = 0.12 * word.style.size + (0.6 * word.style.size if hang else 0)
		# East Asian marks take half their width at a line's end.
		width = word.width / 2 if is_wide_mark(word) else word.width
		if not any(left - give <= word.x and word.x + width <= right + give for left, right in columns):
			complain("measure", where(page, item, word) + " sticks out of its column")


def check(document, complain, hang=False):
	booklet = document.name.startswith("booklet")
	bound = booklet and document.name != "booklet-phone"
	edges = column_edges(document)
	for page in document.pages:
		check_safe(page, complain)
		check_overlaps(page, complain)
		check_pictures(page, complain)
		check_page_edge(page, complain)
		if bound:
			check_spine(page, complain)
		if booklet and page.kind not in ("cover", "back-cover", "index") and page.verso in edges:
			check_measure(page, complain, edges, hang)
