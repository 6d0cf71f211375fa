"""tagged: what of PDF/UA-1 and PDF/A-2a a finished file could break, read from qpdf's JSON: every
mark tagged or artifact, the parent tree, the shape of the structure, alternate texts, languages,
metadata, fonts. Prints TAP lines."""

import base64
import glob
import json
import os
import re
import subprocess
import sys

PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "BI"}
TOKENS = re.compile(
	rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s()<>\[\]/%]*|[^\s()<>\[\]/%]+",
	re.S,
)
# What may stand in an element, where that is not free.
INSIDE = {
	"/Table": {"/TR"},
	"/TR": {"/TH", "/TD"},
	"/L": {"/LI"},
	"/LI": {"/Lbl", "/LBody"},
	"/TOC": {"/TOCI"},
	"/Reference": {"/Link"},
}


class File:
	def __init__(self, path):
		made = subprocess.run(
			["qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", "--json-stream-data=inline",
			"--decode-level=generalized", path], capture_output=True, check=True)
		whole = json.loads(made.stdout)
		self.objects = whole["qpdf"][1]
		self.pages = [page["object"] for page in whole["pages"]]
		self.root = self.get(self.objects["trailer"]["value"]["/Root"])
		self.info = self.get(self.objects["trailer"]["value"]["/Info"])
		self.faults = []

	def get(self, value):
		while isinstance(value, str) and "obj:" + value in self.objects:
			found = self.objects["obj:" + value]
			value = found["stream"]["dict"] if "stream" in found else found["value"]
		return value

	def data(self, reference):
		return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

	def fault(self, text):
		self.faults.append(text)

	def want(self, holds, text):
		if not holds:
			self.fault(text)


def listed(value):
	return value if isinstance(value, list) else [value]


def text(value):
	if isinstance(value, str) and value.startswith("b:"):
		return bytes.fromhex(value[2:]).decode("latin-1")
	return value[2:] if isinstance(value, str) and value.startswith("u:") else None


def marked(file, page, number):
	"""MCIDs of a page; tells of ink that is in no mark, or in two."""
	contents = file.get(file.pages[number])["/Contents"]
	open_marks, seen, operands = [], [], []
	for token in TOKENS.findall(file.data(contents)):
		word = token.decode("latin-1")
		if word == "BMC" or word == "BDC":
			mcid = None
			if "/MCID" in operands:
				mcid = int(operands[operands.index("/MCID") + 1])
				file.want(mcid not in seen, f"page {number + 1}: MCID {mcid} twice")
				seen.append(mcid)
			artifact = "/Artifact" in operands
			file.want("/ActualText" not in operands, f"page {number + 1}: text said in the content")
			tagged = [mark for mark in open_marks if mark != "span"]
			file.want(not (tagged and (artifact or mcid is not None)), f"page {number + 1}: marks in marks")
			open_marks.append("artifact" if artifact else "span" if mcid is None else mcid)
		elif word == "EMC":
			open_marks.pop()
		elif word in PAINT:
			inked = [mark for mark in open_marks if mark != "span"]
			file.want(len(inked) == 1, f"page {number + 1}: ink of {word} in {len(inked)} marks")
		elif word[0] in "/(<[>]+-.0123456789":
			operands.append(word)
			continue
		operands = []
	file.want(not open_marks, f"page {number + 1}: marks stay open")
	return seen


class Tree:
	"""The structure, walked once: which element has which leaf and annotation."""

	def __init__(self, file):
		self.file, self.leaves, self.objects, self.headings, self.count = file, {}, {}, [], 0
		root = file.get(file.root["/StructTreeRoot"])
		names = file.get(root.get("/IDTree", {})).get("/Names", [])
		self.ids, self.notes, self.over_pages = dict(zip(names[::2], names[1::2])), 0, 0
		file.want(names[::2] == sorted(set(names[::2])), "IDs are not in order")
		self.parents = {}
		self.read_parents(root["/ParentTree"])
		self.walk(root["/K"], file.root["/StructTreeRoot"], file.root.get("/Lang"))

	def read_parents(self, node):
		node = self.file.get(node)
		numbers = node.get("/Nums", [])
		self.parents.update(zip(numbers[::2], numbers[1::2]))
		for kid in node.get("/Kids", []):
			self.read_parents(kid)

	def walk(self, reference, parent, language):
		file, element = self.file, self.file.get(reference)
		kind = element["/S"]
		self.count += 1
		file.want(element["/P"] == parent, f"{reference}: wrong parent")
		file.want(language or element.get("/Lang"), f"{reference}: no language")
		if kind == "/Figure":
			file.want(text(element.get("/Alt")), f"{reference}: a figure without alternate text")
			self.check_place(reference, element)
		if kind == "/TH":
			file.want("/Scope" in element.get("/A", {}), f"{reference}: a head without scope")
		if re.fullmatch("/H[1-6]", kind):
			self.headings.append(int(kind[2]))
		if kind == "/Table":
			self.check_table(reference, element)
		if kind == "/Note":
			file.want(self.ids.pop(element.get("/ID"), None) == reference, f"{reference}: a note that no ID leads to")
			self.notes += 1
		kids = listed(element.get("/K", []))
		pages = {kid["/Pg"] for kid in kids if isinstance(kid, dict) and "/MCID" in kid}
		self.over_pages += kind == "/P" and bool(pages - {element.get("/Pg")})
		for kid in kids:
			self.take(reference, element, kid, language)

	def check_place(self, reference, figure):
		"""It says where it is, on its page."""
		place = self.file.get(figure.get("/A", {}))
		box = place.get("/BBox", [0, 0, 0, 0])
		page = self.file.get(figure["/Pg"])["/MediaBox"] if "/Pg" in figure else [0, 0, 0, 0]
		inside = 0 <= box[0] < box[2] <= page[2] + 0.01 and 0 <= box[1] < box[3] <= page[3] + 0.01
		self.file.want(place.get("/O") == "/Layout" and inside, f"{reference}: a figure at {box} of {page}")

	def spans(self, cell):
		attributes = self.file.get(cell).get("/A", {})
		return attributes.get("/RowSpan", 1), attributes.get("/ColSpan", 1)

	def check_table(self, reference, table):
		"""Every row is as wide as the others, with what reaches into it from above."""
		below, widths = {}, set()
		for number, row in enumerate(listed(table["/K"])):
			width = below.pop(number, 0)
			for cell in listed(self.file.get(row)["/K"]):
				rows, columns = self.spans(cell)
				width += columns
				for further in range(number + 1, number + rows):
					below[further] = below.get(further, 0) + columns
			widths.add(width)
		self.file.want(len(widths) == 1 and not below, f"{reference}: rows of {sorted(widths)} columns")

	def take(self, reference, element, kid, language):
		file = self.file
		if isinstance(kid, str):
			kind = file.get(kid)["/S"]
			allowed = INSIDE.get(element["/S"])
			file.want(allowed is None or kind in allowed, f"{kid}: {kind} in {element['/S']}")
			self.walk(kid, reference, language)
		elif isinstance(kid, int):
			self.leaves[(element["/Pg"], kid)] = reference
		elif kid["/Type"] == "/OBJR":
			file.want(element["/S"] == "/Link", f"{reference}: a link in {element['/S']}")
			self.objects[kid["/Obj"]] = reference
		else:
			self.leaves[(kid["/Pg"], kid["/MCID"])] = reference


def check_pages(file, tree):
	for number, page in enumerate(file.pages):
		value = file.get(page)
		listed = tree.parents.get(value.get("/StructParents"), [])
		seen = marked(file, page, number)
		file.want(value.get("/Tabs") == "/S", f"page {number + 1}: tab order")
		told = {mcid for mcid, parent in enumerate(listed) if parent is not None}
		file.want(told == set(seen), f"page {number + 1}: parent tree and marks differ")
		for mcid in seen:
			file.want(tree.leaves.pop((page, mcid), None) == (listed[mcid] if mcid < len(listed) else 0),
				f"page {number + 1}: MCID {mcid} has another parent")
		for link in file.get(value.get("/Annots", [])):
			annotation = file.get(link)
			file.want(text(annotation.get("/Contents")), f"{link}: a link without words")
			file.want(annotation.get("/F", 0) & 4, f"{link}: is not printed")
			parent = tree.parents.get(annotation.get("/StructParent"))
			file.want(parent and tree.objects.get(link) == parent, f"{link}: another parent")
	file.want(not tree.ids, "IDs lead to what is no note")
	file.want(not tree.leaves, "the structure has leaves that no page has")


def check_headings(file, tree):
	last = 0
	for level in tree.headings:
		file.want(level <= last + 1, f"a heading of level {level} behind one of {last}")
		last = level
	file.want(tree.headings and tree.headings[0] == 1, "the first heading is not of level 1")


def check_metadata(file):
	root = file.root
	file.want(file.get(root.get("/MarkInfo", {})).get("/Marked") is True, "not said to be marked")
	file.want(text(root.get("/Lang")), "no language")
	file.want(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True, "title not shown")
	xmp = file.data(root["/Metadata"]).decode("utf-8")
	part = 3 if "/AF" in root else 2
	for wanted in ("<pdfuaid:part>1<", f"<pdfaid:part>{part}<", "<pdfaid:conformance>A<"):
		file.want(wanted in xmp, f"XMP lacks {wanted}")
	for key in ("/Title", "/Author", "/Subject", "/Producer", "/Creator"):
		value = text(file.info.get(key))
		escaped = value and value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
		escaped = escaped and escaped.replace("'", "&apos;").replace('"', "&quot;")
		file.want(not value or escaped in xmp, f"XMP lacks {key}")
	intent = file.get(file.get(root["/OutputIntents"])[0])
	file.want(file.data(intent["/DestOutputProfile"])[16:20] == b"RGB ", "no RGB profile")


def check_fonts(file):
	for name, found in file.objects.items():
		font = found.get("value")
		if not isinstance(font, dict) or font.get("/Type") != "/Font":
			continue
		descendant = font.get("/Subtype", "").startswith("/CIDFont")
		file.want(descendant or "/ToUnicode" in font, f"{name}: a font without Unicode")
		if font.get("/Subtype") == "/CIDFontType2":
			file.want("/CIDToGIDMap" in font, f"{name}: no map of glyphs")
		if font.get("/Subtype") != "/Type0":
			descriptor = file.get(font.get("/FontDescriptor", {}))
			file.want(any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
				f"{name}: not embedded")


def check(path):
	file = File(path)
	tree = Tree(file)
	check_pages(file, tree)
	check_headings(file, tree)
	check_metadata(file)
	check_fonts(file)
	return file.faults, "%d elements, %d paragraphs over pages" % (tree.count, tree.over_pages)


def main():
	count, failed = 0, 0
	for folder in sys.argv[1:]:
		for path in sorted(glob.glob(os.path.join(folder, "*.pdf"))):
			if path.endswith("-print.pdf"):
				continue
			count += 1
			try:
				faults, found = check(path)
			except (KeyError, IndexError, TypeError) as missing:
				faults, found = [f"cannot be read: {missing!r}"], "nothing"
			name = os.path.join(os.path.basename(folder), os.path.basename(path))
			failed += bool(faults)
			print(f"{'not ok' if faults else 'ok'} {count} {name}: {found}")
			for fault in faults[:20]:
				print(f"# {fault}")
	print(f"1..{count}")
	sys.exit(1 if failed or count == 0 else 0)


if __name__ == "__main__":
	main()
