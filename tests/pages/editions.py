"""editions.py EVENT...: the pages of the editions for other readers, by their dumps: nothing small,
nothing divided, ragged, one column, nothing over anything else, no grids, which say by places what is
a list here; large print in ink and without letters that lean; on the phone a way back on every page, and links that a thumb hits. Prints TAP.
"""

import os
import sys

import check
import content
import contrast
import dump
import geometry
import setting

LEAST = {"booklet-large": 18.0, "booklet-phone": 11.3}
PAPER = {"booklet-large": (595.28, 841.89), "booklet-phone": (306.14, 544.25)}
COVERS = ("cover", "back-cover")
INK = 0
THUMB = 20.4 # pt: 24 of 360 pixels that phones are wide (WCAG 2.2, 2.5.8)


def check_sizes(document, complain):
	least = LEAST[document.name]
	for page in document.pages:
		for item in page.texts():
			for word in item.words:
				if word.style.size < least - 0.05 and geometry.is_ink(word):
					complain("small", geometry.where(page, item, word) + " is set in %.2f" % word.style.size)


def check_hyphens(document, complain):
	for page in document.pages:
		for item in page.texts():
			if item.hyphen:
				complain("hyphen", 'page %d: "%s" ends in a divided word' % (page.number, item.text()))


def check_paper(document, complain):
	wanted = PAPER[document.name]
	for page in document.pages:
		if abs(page.width - wanted[0]) > 0.1 or abs(page.height - wanted[1]) > 0.1:
			complain("paper", "page %d is %.2f x %.2f" % (page.number, page.width, page.height))


def check_ragged(document, complain):
	for page in document.pages:
		for item in page.texts():
			if item.spaced:
				complain("ragged", 'page %d: the spaces of "%s" are not their own' % (page.number, item.text()))


def check_no_grids(document, complain):
	for page in document.pages:
		if page.kind == "grid" or any(item.kind == "cell" for item in page.items):
			complain("grid", "page %d has a grid" % page.number)


def check_one_column(document, complain):
	"""No prose beside prose: lines of two paragraphs of whole sentences share no baseline."""
	for page in document.pages:
		lines = {}
		for item in page.texts():
			if item.tag is not None and not item.turn and len(item.text()) > 30 and page.kind not in COVERS:
				lines.setdefault(round(item.y), set()).add(item.tag)
		for y, tags in lines.items():
			if len(tags) > 1:
				complain("column", "page %d: two paragraphs stand beside each other at %d" % (page.number, y))


def check_ink(document, complain, script):
	"""script: that of a language which leans nowhere; its Latin words lean still."""
	for page in document.pages:
		for item in page.texts():
			for word in item.words:
				if page.kind in COVERS or not geometry.is_ink(word):
					continue
				square = any(geometry.overlap(area, geometry.word_box(item, word)) for area, _, _ in geometry.protected(page))
				colour = word.style.colour
				if colour != INK and not square:
					complain("ink", geometry.where(page, item, word) + " has colour %d" % colour)
				if word.style.italic and not script:
					complain("italic", geometry.where(page, item, word) + " leans")


def check_links(document, complain):
	for page in document.pages:
		back = False
		for item in page.items:
			if item.kind != "link":
				continue
			x, y, width, height = item.numbers[:4]
			back = back or (item.target == "agenda-0" and y > page.height - 60)
			if height < THUMB:
				name = item.target or item.href
				complain("thumb", "page %d: %s is %.1f x %.1f" % (page.number, name, width, height))
			if x < -0.02 or y < -0.02 or x + width > page.width + 0.02 or y + height > page.height + 0.02:
				complain("thumb", "page %d: %s leaves the page" % (page.number, item.target or item.href))
		if not back and page.kind not in COVERS and page.kind not in ("insert", "blank"):
			complain("back", "page %d has no way back to the agenda" % page.number)


def look_at(tap, event, model, document):
	name = "%s: %s" % (os.path.basename(event.rstrip("/")), document.name)
	complaints = []

	def complain(kind, text):
		complaints.append((kind, text))

	language = model.event.one("language")
	script = language.split("-")[0] in check.SCRIPTS
	display = check.families("signal", language)["display"]
	# Brackets at the beginning of a Japanese line stand half outside it.
	geometry.check(document, complain, script)
	contrast.check(document, complain)
	content.check(document, model, complain, "")
	if not script:
		setting.check_headings(document, complain, display)
	check_sizes(document, complain)
	check_hyphens(document, complain)
	check_paper(document, complain)
	if not script: # Japanese is set to the measure
		check_ragged(document, complain)
	check_no_grids(document, complain)
	check_one_column(document, complain)
	if document.name == "booklet-large":
		check_ink(document, complain, script)
	else:
		check_links(document, complain)
	tap.report(name, complaints)


def main():
	tap = check.Tap()
	for event in sys.argv[1:]:
		status, out, said = check.run(event, "--dump=model")
		model = content.Model(out)
		status, out, said = check.run(event, "--dump=pages", "--only=booklet-large,booklet-phone")
		documents = dump.read(out)
		if status != 0 or len(documents) != 2:
			tap.report(event, [("run", "exit status %d: %s" % (status, said[-600:]))])
			continue
		for document in documents.values():
			look_at(tap, event, model, document)
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()
