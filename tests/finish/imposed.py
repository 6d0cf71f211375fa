"""imposed.py BOOKLET SHEETS SIGNATURE left|right short|long: folds the sheets of an imposed file as a
reader would, sees by the places of the words which page of the booklet stands where, and compares what
one reads with the booklet. SIGNATURE: sheets that lie in each other at most, 0 = all. Says what differs."""

import html
import re
import subprocess
import sys
from collections import Counter

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">(.*?)</word>')


def sides(path):
	"""(width, words with the middle of each) of every page."""
	made = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, text=True)
	for page in made.stdout.split("<page ")[1:]:
		width = float(re.search(r'width="([\d.]+)"', page).group(1))
		yield width, [((float(a) + float(b)) / 2, html.unescape(word)) for a, b, word in WORD.findall(page)]


def letters(words):
	"""What is written, whichever way the words were found."""
	return Counter(c for word in words for c in word if not c.isspace() and not 0x2000 <= ord(c) <= 0x206F)


def halves(width, words, turned):
	left = letters(word for x, word in words if x < width / 2)
	right = letters(word for x, word in words if x >= width / 2)
	return (right, left) if turned else (left, right)


def signatures(sheets, most):
	"""Sheets in each other: as few lots as can be, of about the same size, larger ones first."""
	lots = 1 if most == 0 else -(-sheets // most)
	return [sheets // lots + (i < sheets % lots) for i in range(lots)]


def folded(sheets, right_bound):
	"""Pages of a lot of (front, back) in the order of reading; the first sheet lies outside."""
	first, second = [], []
	for front, back in sheets:
		outer, inner = (front[0], back[1]) if right_bound else (front[1], back[0])
		first += [outer, inner]
		outer, inner = (front[1], back[0]) if right_bound else (front[0], back[1])
		second = [inner, outer] + second
	return first + second


def main():
	booklet, imposed, most, binding, flip = sys.argv[1:]
	pages = [letters(word for _, word in words) for _, words in sides(booklet)]
	found = [halves(width, words, flip == "long" and i % 2 == 1) for i, (width, words) in enumerate(sides(imposed))]
	sheets = list(zip(found[::2], found[1::2]))
	read = []
	for count in signatures(len(sheets), int(most)):
		read += folded(sheets[:count], binding == "right")
		sheets = sheets[count:]
	if len(read) < len(pages) or len(read) % 4:
		print(f"{len(read)} pages on sheets, {len(pages)} in the booklet")
	if len({frozenset(page.items()) for page in pages}) < len(pages) / 2:
		print("the pages of the booklet cannot be told apart")
	for i, page in enumerate(read):
		if page != (pages[i] if i < len(pages) else Counter()):
			print(f"page {i + 1} is not what the booklet has there")


main()
