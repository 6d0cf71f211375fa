"""grid.py EVENT SHORTENED [OPTION...]: lays out the booklet, or with --only=poster-agenda the sheets
for the wall, and looks at their timetable grids by the dumps of model and pages: every cell holds its own words and no others, tells its start, is in type
of 6.4 pt at least (sheets: 10.6 pt a metre, from 1 m on A3); what it does not say is said elsewhere in the booklet, and told by a warning. At
most SHORTENED percent of the titles are not whole. Prints TAP."""

import os
import re
import subprocess
import sys

import check
import dump

LEAST = 6.4
LEAST_SHEET, A3_WIDTH, A3_HEIGHT = 10.6, 841.89, 1190.55
STEPS = ("whole", "names-in-a-row", "small", "close", "no-chair", "first-name", "short-title",
	"no-names", "code-only")
TITLE_WHOLE = STEPS[:6]
NOTHING_LOST = STEPS[:4]
SLACK = 0.3 # pt


def run(command, event, *options):
	done = subprocess.run([os.environ["BIFOLIO"], command, event, *options], capture_output=True,
		text=True, errors="replace")
	return done.stdout, done.stderr


class Item:
	def __init__(self, depth):
		self.depth, self.title, self.start, self.code = depth, None, None, None
		self.people, self.talks = [], []


def read_model(text):
	"""Items by id, with the names of who appears in them."""
	names, items, stack, person = {}, {}, [], None
	kinds = ("talk keynote panel workshop tutorial opening closing break meal social meeting session "
		"poster-session").split()
	for line in text.split("\n"):
		depth = (len(line) - len(line.lstrip())) // 2
		word, _, rest = line.strip().partition(" ")
		value = dump.unquote(rest) if rest.startswith('"') else rest
		stack = [item for item in stack if item.depth < depth]
		if word == "person":
			person = value
		elif word == "name" and person and not stack:
			names.setdefault(person, value)
		elif word in kinds and depth >= 2:
			items[value] = Item(depth)
			if stack:
				stack[-1].talks.append(items[value])
			stack.append(items[value])
		elif stack and word in ("time", "time-to-next"):
			start = value.split("-")[0]
			hours, minutes = start.split(":") if ":" in start else (None, None)
			stack[-1].start = "%d:%s" % (int(hours) % 24, minutes) if hours else None
		elif stack and word in ("title", "code"):
			setattr(stack[-1], word, value)
		elif stack and word in ("speaker", "presenter", "author", "chair", "moderator", "panellist"):
			stack[-1].people.append(value)
	for item in items.values():
		item.people = [names[person] for person in item.people]
	return items


def plain(text):
	return re.sub(r"[\s\u00a0\u2002\u2060\u2028\u2066-\u2069]+", " ", text).strip()


def join_lines(lines):
	text = ""
	for line in lines:
		# A compound parted at its own hyphen is one word all the same.
		own = line.text().rstrip().endswith("-")
		text += line.text().rstrip("-\u2010") if line.hyphen else line.text().rstrip() if own else line.text() + " "
	return plain(text)


def box_of(word, item):
	return (word.x, item.y - 0.72 * word.style.size, word.x + word.width,
		item.y + 0.21 * word.style.size)


def cells_of(page):
	"""Cells of rooms and bands with their area (x0, y0, x1, y1)."""
	for item in page.items:
		if item.kind == "cell":
			x, y, width, height = item.numbers[:4]
			yield item, (x, y, x + width, y + height)


def inside(box, area, slack=SLACK):
	return (box[0] >= area[0] - slack and box[2] <= area[2] + slack and box[1] >= area[1] - slack and
		box[3] <= area[3] + slack)


def meets(box, area):
	return box[0] < area[2] and box[2] > area[0] and box[1] < area[3] and box[3] > area[1]


def text_of(page, area):
	"""Lines in an area, in the order of painting; complaints about words that leave it."""
	lines, complaints = [], []
	for item in page.texts():
		words = [word for word in item.words if word.text.strip()]
		if not any(meets(box_of(word, item), area) for word in words):
			continue
		lines.append(item)
		for word in words:
			if not inside(box_of(word, item), area):
				complaints.append("page %d: `%s` leaves its cell" % (page.number, item.text()))
				break
	return lines, complaints


def all_words(item):
	words = set(plain(item.title or "").split()) | {item.start, item.code}
	for one in [item] + item.talks:
		words |= set(plain(" ".join(one.people)).split()) | {one.start}
		words |= set(plain(one.title or "").split()) if one is not item and not one.people else set()
	return {word for word in words if word}


def is_allowed(word, allowed):
	bare = word.strip(",;…")
	word = word.rstrip(",")
	return (bare in allowed or word in allowed or word.isdigit() or re.fullmatch(r"\w\.", word)
		or word in ("et", "al.", "Chair:", "moderator", "continued") or any(bare in one for one in allowed))


def least_of(page):
	"""A sheet smaller than A3 is read from less far."""
	k = (page.width * page.height / A3_WIDTH / A3_HEIGHT) ** 0.5
	return LEAST_SHEET * min(k, 1) if page.kind == "poster-agenda" else LEAST


def look_at_cell(page, cell, area, item):
	lines, complaints = text_of(page, area)
	text = join_lines(lines)
	if cell.step == "covered":
		return text, []
	for line in lines:
		for word in line.words:
			if word.text.strip() and word.style.size < least_of(page) - 0.01:
				complaints.append("page %d: `%s` is too small" % (page.number, line.text()))
	if item.start and item.start not in text:
		complaints.append("page %d: %s does not tell its start %s" % (page.number, cell.of, item.start))
	for word in text.split():
		if not is_allowed(word, all_words(item)):
			complaints.append("page %d: `%s` stands in the cell of %s" % (page.number, word, cell.of))
	if item.title and cell.step in TITLE_WHOLE and plain(item.title) not in text:
		complaints.append("page %d: the title of %s is not whole: %s" % (page.number, cell.of, text))
	return text, complaints


def lost_words(cell, item, text):
	"""What stands nowhere in the cell: title, names of all who appear."""
	lost = [item.title] if item.title and plain(item.title) not in text else []
	for one in [item] + item.talks:
		lost += [name for name in one.people if plain(name) not in text]
	return lost


def told(kind, complaints):
	"""As check.Tap takes them."""
	return [(kind, text) for text in complaints]


def is_band(area, page):
	return area[2] - area[0] > page.width / 2


def main():
	event, most, options = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
	name = " ".join([os.path.basename(event)] + [option.split("=", 1)[1] for option in options])
	items = read_model(run("build", event, "--dump=model")[0])
	wall = "--only=poster-agenda" in options
	kind, code = ("poster-agenda", "poster-short") if wall else ("grid", "grid-short")
	booklet = dump.read(run("build", event, "--only=booklet", "--dump=pages",
		*([] if wall else options))[0])["booklet"]
	only = [] if wall else ["--only=booklet"]
	out, err = run("build", event, "--dump=pages", *only, *options)
	document = dump.read(out)[kind if wall else "booklet"]
	grids = [page for page in document.pages if page.kind == kind]
	listing = plain(" ".join(join_lines(page.texts()) for page in booklet.pages
		if page.kind != "grid"))
	complaints, lost, steps, steps_of = [], [], [], []
	for page in grids:
		for cell, area in cells_of(page):
			if is_band(area, page):
				continue
			item = items[cell.of]
			text, more = look_at_cell(page, cell, area, item)
			complaints += more
			steps.append(cell.step)
			steps_of.append((cell.of, cell.step))
			for words in lost_words(cell, item, text):
				if plain(words) not in listing:
					lost.append("%s: `%s` stands nowhere else" % (cell.of, words))
	tap = check.Tap()

	def report(what, complaints):
		tap.report("%s: %s" % (name, what), told("grid", complaints))

	report("has grids", [] if grids and steps else ["there is none"])
	if wall:
		shown = {cell.of for page in grids for cell, area in cells_of(page)}
		wanted = {cell.of for page in booklet.pages for cell, area in cells_of(page)}
		report("all cells are on the wall", sorted(wanted - shown))
	report("cells hold their own words", complaints)
	report("nothing is lost", lost)
	short = sum(step not in TITLE_WHOLE for step in steps)
	report("titles are whole",
		[] if short <= most / 100 * len(steps) else ["%d of %d are not" % (short, len(steps))])
	if not options:
		err = run("check", event)[1]
	warned = len(re.findall(r"\[%s\]" % code, err))
	# Of the parts of a cell that is cut, those alike are told once.
	given_up = len({told for told in steps_of if told[1] not in NOTHING_LOST})
	report("what is given up is told",
		[] if warned == given_up else ["%d cells, %d warnings" % (given_up, warned)])
	print("1..%d" % tap.count)
	return 1 if tap.failed else 0


if __name__ == "__main__":
	sys.exit(main())
