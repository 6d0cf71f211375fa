"""pdf: what a finished PDF file has in it, by qpdf's JSON and poppler's tools: links with their
targets, bookmarks, page labels, fonts, text, and what a code says when it is photographed."""

import json
import os
import re
import subprocess


def tool(*command):
	done = subprocess.run(command, capture_output=True)
	return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


class Pdf:
	def __init__(self, path):
		self.path = path
		_, out, _ = tool("qpdf", "--json=2", "--json-key=qpdf", "--json-key=outlines", "--json-key=pages", path)
		whole = json.loads(out)
		self.objects = whole["qpdf"][1]
		self.outlines = whole["outlines"]
		self.page_references = [page["object"] for page in whole["pages"]]
		self.page_numbers = {reference: page for page, reference in enumerate(self.page_references)}
		self.pages = [self.value(reference) for reference in self.page_references]
		self.catalog = self.follow(self.objects["trailer"]["value"]["/Root"])

	def value(self, reference):
		found = self.objects["obj:" + reference]
		return found["stream"]["dict"] if "stream" in found else found["value"]

	def follow(self, value):
		while isinstance(value, str) and value.endswith(" R") and "obj:" + value in self.objects:
			value = self.value(value)
		return value

	def info(self, key):
		information = self.follow(self.objects["trailer"]["value"].get("/Info", {}))
		return string(self.follow(information.get(key)))

	def names(self):
		"""Named destinations: name -> (index of the page, height above its foot)."""
		found = {}
		names = self.follow(self.catalog.get("/Names", {}))
		self.take_names(self.follow(names.get("/Dests", {})), found)
		for name, target in self.follow(self.catalog.get("/Dests", {})).items():
			found[name[1:]] = self.place(target)
		return found

	def take_names(self, node, found):
		pairs = self.follow(node.get("/Names", []))
		for name, target in zip(pairs[::2], pairs[1::2]):
			found[string(name)] = self.place(target)
		for kid in self.follow(node.get("/Kids", [])):
			self.take_names(self.follow(kid), found)

	def place(self, target):
		target = self.follow(target)
		if isinstance(target, dict):
			target = self.follow(target["/D"])
		height = target[3] if len(target) > 3 and target[1] == "/XYZ" else None
		return self.page_numbers[target[0]], height

	def links(self, page):
		"""(address, None) or (None, (page, height)) for each link of a page."""
		return [(address, place) for _, address, place in self.areas(page)]

	def areas(self, page):
		"""The same, each with its rectangle before it: from the left, foot, right and head."""
		names = self.names()
		found = []
		for annotation in self.follow(self.pages[page].get("/Annots", [])):
			annotation = self.follow(annotation)
			if annotation.get("/Subtype") != "/Link":
				continue
			action = self.follow(annotation.get("/A", {}))
			area = [float(number) for number in self.follow(annotation["/Rect"])]
			if action.get("/S") == "/URI":
				found.append((area, string(self.follow(action["/URI"])), None))
				continue
			target = self.follow(annotation.get("/Dest", action.get("/D")))
			named = isinstance(target, str)
			found.append((area, None, names.get(string(target)) if named else self.place(target)))
		return found

	def labels(self):
		"""Labels of all pages, as a viewer shows them."""
		tree = self.follow(self.catalog.get("/PageLabels", {}))
		numbers = self.follow(tree.get("/Nums", []))
		ranges = [(numbers[i], self.follow(numbers[i + 1])) for i in range(0, len(numbers), 2)]
		found = []
		for page in range(len(self.pages)):
			# Without labels viewers count.
			before = [(0, {"/S": "/D"})] + [entry for entry in ranges if entry[0] <= page]
			start, label = before[-1]
			number = label.get("/St", 1) + page - start
			styles = {"/D": str(number), "/r": roman(number), "/R": roman(number).upper()}
			found.append(string(label.get("/P", "u:")) + styles.get(label.get("/S"), ""))
		return found

	def size(self, page):
		x0, y0, x1, y1 = self.follow(self.pages[page]["/MediaBox"])
		return x1 - x0, y1 - y0


def string(value):
	"""A string of qpdf's JSON: u:text, b:hex digits, /name."""
	if value is None:
		return None
	if value.startswith("u:"):
		return value[2:]
	if value.startswith("b:"):
		return bytes.fromhex(value[2:]).decode("latin-1")
	return value[1:] if value.startswith("/") else value


def roman(number):
	text = ""
	for value, letters in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
		while number >= value:
			text += letters
			number -= value
	return text


def text(path, *options):
	return tool("pdftotext", *options, path, "-")[1]


def text_of_half(path, page, left, size):
	"""Text of the left or right half of a page, at 72 dots an inch."""
	width, height = round(size[0] / 2), round(size[1])
	x = 0 if left else width
	options = ["-r", "72", "-x", str(x), "-y", "0", "-W", str(width), "-H", str(height)]
	return text(path, "-f", str(page + 1), "-l", str(page + 1), *options)


def fonts(path):
	"""(name without its subset's letters, is a subset, kind, embedded, has Unicode, object) of each font."""
	found = []
	for line in tool("pdffonts", path)[1].split("\n")[2:]:
		if not line.strip():
			continue
		name, rest = line[:37].strip(), line[37:]
		kind, words = rest[:17].strip(), rest[17:].split()
		embedded, subset, unicode_map = words[-5] == "yes", words[-4] == "yes", words[-3] == "yes"
		found.append((name.split("+")[-1], subset and "+" in name, kind, embedded, unicode_map, int(words[-2])))
	return found


def font_texts(path, font):
	"""How many entries the Unicode map of a font has, given its object."""
	said = re.search(r"/ToUnicode (\d+)", tool("qpdf", "--show-object=%d" % font, path)[1])
	if not said:
		return 0
	unicode_map = tool("qpdf", "--show-object=" + said.group(1), "--filtered-stream-data", path)[1]
	parts = re.findall(r"beginbf(?:char|range)\n(.*?)endbf", unicode_map, re.S)
	return sum(len(part.strip().split("\n")) for part in parts)


def codes(path, page, folder, dots=150):
	"""What zbar reads on a page."""
	base = os.path.join(folder, "code")
	number = str(page + 1)
	tool("pdftoppm", "-r", str(dots), "-f", number, "-l", number, "-singlefile", "-gray", path, base)
	status, out, _ = tool("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", base + ".pgm")
	os.remove(base + ".pgm")
	return out.split("\n")[:-1] if status == 0 else []
