"""press.py FILE BLEED: looks at a PDF for a print shop: its boxes, marks and bleed by pixels, its
colours by its content. Says on standard output what is wrong, nothing where all is well.

FILE is a PDF as bifolio made it; `field` pages (given by number) are all colour to the bleed."""

import re
import subprocess
import sys

MM = 72 / 25.4
DPI = 144
MARGIN = 9.0 # mm from the bleed to the medium's edge: 3 white, 5 mark, 1 white
PLACES = 3.0


def run(*command):
	return subprocess.run(command, capture_output=True, check=True).stdout


def boxes(path):
	said = run("pdfinfo", "-box", "-l", "-1", path).decode()
	found = {}
	for number, name, values in re.findall(r"^Page +(\d+) (\w+)Box: +(.*)$", said, re.M):
		found.setdefault(int(number), {})[name] = [float(v) for v in values.split()]
	return found


class Picture:
	def __init__(self, path, page):
		data = run("pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), path)
		match = re.match(rb"P6\s(\d+) (\d+)\s255\s", data)
		self.width, self.height = int(match.group(1)), int(match.group(2))
		self.data = data[match.end() :]

	def at(self, x, y):
		"""x, y in mm from the top left."""
		px = min(int(x / 25.4 * DPI), self.width - 1)
		py = min(int(y / 25.4 * DPI), self.height - 1)
		start = 3 * (py * self.width + px)
		return tuple(self.data[start : start + 3])

	def has_ink(self, x0, y0, x1, y1):
		step = 25.4 / DPI
		y = y0
		while y < y1:
			x = x0
			while x < x1:
				if self.at(x, y) != (255, 255, 255):
					return True
				x += step
			y += step
		return False


def check_boxes(page, found, bleed):
	media, trim, spread = found["Media"], found["Trim"], found["Bleed"]
	margin = (bleed + MARGIN) * MM
	for i in range(4):
		inset = margin if i < 2 else -margin
		if abs(media[i] + inset - trim[i]) > 0.02:
			print("page %d: the trim box is %s in %s" % (page, trim, media))
		grown = -bleed * MM if i < 2 else bleed * MM
		if abs(trim[i] + grown - spread[i]) > 0.02:
			print("page %d: the bleed box is %s around %s" % (page, spread, trim))


def check_marks(page, picture, width, height, bleed):
	"""width, height: of the trim in mm. Marks stand where they should, and nowhere within the bleed's
	own white."""
	margin = bleed + MARGIN
	for x in (margin, margin + width):
		for y in (1.5, height + 2 * margin - 5.5):
			if not picture.has_ink(x - 0.3, y, x + 0.3, y + 4):
				print("page %d: no crop mark at %.1f, %.1f" % (page, x, y))
	for y in (margin, margin + height):
		for x in (1.5, width + 2 * margin - 5.5):
			if not picture.has_ink(x, y - 0.3, x + 4, y + 0.3):
				print("page %d: no crop mark at %.1f, %.1f" % (page, x, y))
	middle = 3.5
	for x, y in (
		(margin + width / 2, middle),
		(margin + width / 2, height + 2 * margin - middle),
		(middle, margin + height / 2),
		(width + 2 * margin - middle, margin + height / 2),
	):
		if not picture.has_ink(x - 1.6, y - 0.3, x - 1.2, y + 0.3):
			print("page %d: no registration mark at %.1f, %.1f" % (page, x, y))
	# The three millimetres outside the bleed are white all around.
	outer, inner = MARGIN - PLACES + 0.3, MARGIN - 0.3
	right, bottom = width + 2 * margin, height + 2 * margin
	for x0, y0, x1, y1 in (
		(outer, outer, right - outer, inner),
		(outer, bottom - inner, right - outer, bottom - outer),
		(outer, outer, inner, bottom - outer),
		(right - inner, outer, right - outer, bottom - outer),
	):
		if picture.has_ink(x0, y0, x1, y1):
			print("page %d: something stands outside the bleed, in %.1f %.1f %.1f %.1f" % (page, x0, y0, x1, y1))


def check_bleed(page, picture, width, height, bleed):
	"""A field over the page reaches the edge of the bleed."""
	right, bottom = width + 2 * bleed + MARGIN, height + 2 * bleed + MARGIN
	near = MARGIN + 0.3
	for part in range(1, 8):
		x, y = near + (right - near) * part / 8, near + (bottom - near) * part / 8
		for at in ((x, near), (x, bottom - 0.3), (near, y), (right - 0.3, y)):
			if picture.at(*at) == (255, 255, 255):
				print("page %d: no colour at %.1f, %.1f" % ((page,) + at))


def colours(path):
	"""Operators of colour with their operands, of all content."""
	data = run("qpdf", "--qdf", "--object-streams=disable", path, "-")
	return re.findall(rb"((?:-?\d+(?:\.\d+)? )+)(rg|RG|g|G|k|K|scn|SCN)\b", data)


def check_colours(path):
	seen = set()
	for numbers, operator in colours(path):
		values = tuple(float(n) for n in numbers.split())
		seen.add((operator, values))
		if operator in (b"rg", b"RG") and len(set(values[-3:])) == 1:
			print("a grey or black is said in three colours: %s %s" % (numbers.decode(), operator.decode()))
	if not any(operator == b"g" and values == (0.0,) for operator, values in seen):
		print("no text in black ink")


def main():
	path, bleed = sys.argv[1], float(sys.argv[2])
	fields = {int(page) for page in sys.argv[3:]}
	for page, found in boxes(path).items():
		check_boxes(page, found, bleed)
		trim = found["Trim"]
		width, height = (trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM
		if page in fields or page == 2:
			picture = Picture(path, page)
			check_marks(page, picture, width, height, bleed)
			if page in fields:
				check_bleed(page, picture, width, height, bleed)
	check_colours(path)


main()
