"""large.py PROGRAM.json EVENT FOLDER: builds a large programme and follows it in the PDF alone: each
talk and each person stands where it must, each number that is printed with a link is the label of
the page that the link leads to, and what the words of a link say stands there. Prints TAP."""

import html
import json
import os
import re
import sys
from collections import Counter, defaultdict

sys.path.insert(0, "tests/pages")

import check
import pdf

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
CONTENTS, AGENDA, TALKS, PEOPLE, INDEX = "contents", "agenda", "talks", "people", "index"
NEAR = 60  # pt below the height that a link leads to


def squeezed(text):
	for mark in "-\u00ad\u2010\u2011\u202a\u202b\u202c":
		text = text.replace(mark, "")
	return "".join(text.split())


def words_of(path):
	"""(left, top, right, bottom, text) of each word, by page."""
	pages = pdf.tool("pdftotext", "-bbox", path, "-")[1].split("<page ")[1:]
	return [[(*map(float, word[:4]), html.unescape(word[4])) for word in WORD.findall(page)] for page in pages]


def is_in(word, text):
	"""Words from right to left may come either way."""
	return word in text or word[::-1] in text


class Book:
	def __init__(self, path, days):
		self.file = pdf.Pdf(path)
		self.words = words_of(path)
		self.labels = self.file.labels()
		self.height = self.file.size(0)[1]
		self.texts = [squeezed("".join(word[4] for word in page)) for page in self.words]
		# After the contents stand the days of the agenda, those of the talks, people and index.
		starts = [entry["destpageposfrom1"] - 1 for entry in self.file.outlines] + [len(self.words)]
		first = [starts[number] for number in (0, 1, 1 + days, 1 + 2 * days, 2 + 2 * days)]
		ends = first[1:] + [len(self.words)]
		self.parts = dict(zip((CONTENTS, AGENDA, TALKS, PEOPLE, INDEX), zip(first, ends)))

	def pages(self, part):
		return range(*self.parts[part])

	def text(self, part):
		return "".join(self.texts[page] for page in self.pages(part))

	def said(self, page, area):
		"""Words that stand in an area of a page, or around it: not all scripts have spaces."""
		left, foot, right, head = area
		found = []
		for word in self.words[page]:
			y = self.height - (word[1] + word[3]) / 2
			shared = min(right, word[2]) - max(left, word[0])
			if shared > 0.6 * min(right - left, word[2] - word[0]) and foot - 1 < y < head + 1:
				found.append(word[4].strip(",;"))
		return found

	def near(self, page, height):
		"""What stands on a page from a height on."""
		top = self.height - height
		return squeezed("".join(word[4] for word in self.words[page] if word[3] > top - 2 and word[1] < top + NEAR))


def check_parts(book, program):
	wanted = 2 * len(program["days"]) + 3
	if len(book.file.outlines) != wanted:
		titles = [entry["title"] for entry in book.file.outlines]
		yield "part", "%d bookmarks instead of %d: %s" % (len(titles), wanted, titles)


def check_present(book, program):
	agenda, talks, people, index = (book.text(part) for part in (AGENDA, TALKS, PEOPLE, INDEX))
	for talk in program["talks"]:
		title = squeezed(talk["title"])
		for name, text in (("agenda", agenda), ("talks", talks)):
			if title not in text:
				yield "talk", "%s is not in the %s" % (talk["title"], name)
		for paragraph in talk["abstract"]:
			# Pages end within paragraphs: their first words stand together.
			if squeezed(paragraph)[:20] not in talks:
				yield "abstract", "%s: %s" % (talk["id"], paragraph[:40])
	for person in program["speakers"]:
		for name, key, text in (("among the people", "name", people), ("in the index", "sort", index)):
			words = person[key].replace(",", " ").split()
			if not all(is_in(squeezed(word), text) for word in words):
				yield "person", "%s is not %s" % (person[key], name)


def check_links(book, program, counts, numbered):
	"""Follows every link. counts: numbers printed, by page; numbered: pages they lead to, by page."""
	# There are people whom a number tells apart.
	numerals = {word for person in program["speakers"] for word in person["name"].split() if word.isdigit()}
	for page in range(len(book.words)):
		for area, address, place in book.file.areas(page):
			said = book.said(page, area)
			if address:
				continue
			if place is None or place[0] >= len(book.words):
				yield "link", "page %d: %s leads nowhere" % (page + 1, said)
				continue
			there, height = place
			if len(said) == 1 and said[0] == book.labels[there]:
				counts[page] += 1
				numbered[page].add(there)
				continue
			if len(said) == 1 and said[0].isdigit() and said[0] not in numerals:
				yield "number", "page %d: %s leads to page %s" % (page + 1, said[0], book.labels[there])
				continue
			text = book.near(there, height) + book.texts[there]
			missing = [word for word in said if not is_in(squeezed(word), text)]
			# A space between two words has a link of its own.
			nothing = not said and area[2] - area[0] > 4
			if (missing and page not in book.pages(CONTENTS)) or nothing:
				yield "link", "page %d: %s does not stand on page %s" % (page + 1, said, book.labels[there])


def check_numbers(book, program, counts, numbered):
	"""Each talk has its number in the agenda, and each page with a talk one in the index."""
	in_agenda = sum(counts[page] for page in book.pages(AGENDA))
	if in_agenda < len(program["talks"]):
		yield "agenda", "%d numbers for %d talks" % (in_agenda, len(program["talks"]))
	agenda = set().union(*(numbered[page] for page in book.pages(AGENDA)))
	index = set().union(*(numbered[page] for page in book.pages(INDEX)))
	if not agenda <= index:
		missing = sorted(agenda - index)
		yield "index", "no number leads to %d pages with talks: %s" % (len(missing), missing[:10])
	texts = {page: book.texts[page] for page in agenda}
	for talk in program["talks"]:
		title = squeezed(talk["title"])
		if not any(title in text for text in texts.values()):
			yield "agenda", "no number leads to %s" % talk["title"]


def check_contents(book, counts):
	if not any(counts[page] for page in book.pages(CONTENTS)):
		yield "contents", "they have no numbers"


def main():
	program_path, event, folder = sys.argv[1:]
	with open(program_path, encoding="utf-8") as file:
		program = json.load(file)
	tap = check.Tap()
	status, _, said = check.run(event, "-o", folder)
	tap.report("large: build", [] if status == 0 else [("run", "exit status %d: %s" % (status, said[-400:]))])
	if status == 0:
		book = Book(os.path.join(folder, "booklet.pdf"), len(program["days"]))
		counts, numbered = Counter(), defaultdict(set)
		tap.report("large: parts", list(check_parts(book, program)))
		tap.report("large: present", list(check_present(book, program)))
		tap.report("large: links", list(check_links(book, program, counts, numbered)))
		tap.report("large: numbers", list(check_numbers(book, program, counts, numbered)))
		tap.report("large: contents", list(check_contents(book, counts)))
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()
