"""contrast: every word against what is painted below its middle: 4.5 to 1, 3 to 1 from 18 pt (WCAG
2.2, 1.4.3). Pictures below words are not looked into; there are none."""

import geometry

LARGE = 18.0
BOLD_LARGE = 14.0 # pt, as 1.4.3 has it


def luminance(colour):
	total = 0.0
	for shift, weight in ((16, 0.2126), (8, 0.7152), (0, 0.0722)):
		value = (colour >> shift & 255) / 255
		value = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
		total += weight * value
	return total


def ratio(one, other):
	a, b = luminance(one), luminance(other)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def inside_outline(item, x, y):
	"""Is the point within a path? By the ends of its stretches and the corners of its curves."""
	points = item.outline()
	odd = False
	for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
		if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
			odd = not odd
	return odd


def ground(page, upto, x, y, paper):
	"""The colour at a place below the item at an index."""
	colour = paper
	for item in page.items[:upto]:
		if item.kind == "fill":
			left, top, width, height = item.numbers[:4]
			if left <= x <= left + width and top <= y <= top + height:
				colour = item.colour
		elif item.kind == "path" and item.fill is not None and inside_outline(item, x, y):
			colour = item.fill
	return colour


def check(document, complain, paper=4):
	for page in document.pages:
		for index, item in enumerate(page.items):
			for word in item.words if item.kind == "text" else []:
				if not geometry.is_ink(word):
					continue
				box = geometry.word_box(item, word)
				x = sum(corner[0] for corner in box.corners) / 4
				y = sum(corner[1] for corner in box.corners) / 4
				below = ground(page, index, x, y, paper)
				own = item.own_colour if item.own_colour is not None else word.style.colour
				found = ratio(document.palette[own], document.palette[below])
				large = word.style.size >= LARGE or (
					word.style.size >= BOLD_LARGE and word.style.weight >= 700
				)
				if found < (3 if large else 4.5) - 0.005:
					complain("contrast", geometry.where(page, item, word) + " has %.2f: c%d on c%d" % (found, own, below))
