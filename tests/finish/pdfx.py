"""pdfx.py FILE: the rules of PDF/X-4 (ISO 15930-7) that a file of ours could break, each checked by
itself; a line for each that is broken. What is checked here is listed in the manual; what is not
here is unchecked."""

import json
import re
import subprocess
import sys

LIMIT = 300.0


def run(*command):
	return subprocess.run(command, capture_output=True, check=True).stdout


class File:
	def __init__(self, path):
		self.bytes = open(path, "rb").read()
		self.text = run("qpdf", "--qdf", "--object-streams=disable", path, "-")
		data = json.loads(run("qpdf", "--json=2", "--json-stream-data=none", path))["qpdf"]
		self.objects = data[1]
		self.trailer = self.objects["trailer"]["value"]
		self.dicts = []
		for entry in self.objects.values():
			value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
			self.collect(value)

	def collect(self, value):
		if isinstance(value, dict):
			self.dicts.append(value)
			for inner in value.values():
				self.collect(inner)
		elif isinstance(value, list):
			for inner in value:
				self.collect(inner)

	def get(self, value):
		while isinstance(value, str) and re.match(r"\d+ \d+ R$", value):
			entry = self.objects["obj:" + value]
			value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
		return value

	def pages(self):
		return [d for d in self.dicts if d.get("/Type") == "/Page"]

	def root(self):
		return self.get(self.trailer["/Root"])

	def operators(self):
		"""(operator, operands, what stands before it) of colours, in the order of the content."""
		pattern = rb"(/BfOver gs |/BfOut gs )?((?:-?\d+(?:\.\d+)? )+)(rg|RG|g|G|k|K)\b"
		return [
			(m.group(3).decode(), [float(n) for n in m.group(2).split()], m.group(1) or b"")
			for m in re.finditer(pattern, self.text)
		]


def no_rgb(file):
	if any(operator in ("rg", "RG") for operator, _, _ in file.operators()):
		return "a colour is said in red, green and blue"
	if any("/DeviceRGB" in (d.get("/ColorSpace"), d.get("/CS")) for d in file.dicts):
		return "an object has the colours of no device in particular"


def pictures_tagged(file):
	for picture in (d for d in file.dicts if d.get("/Subtype") == "/Image"):
		space = file.get(picture.get("/ColorSpace"))
		if space != "/DeviceGray" and not (isinstance(space, list) and space[0] == "/ICCBased"):
			return "a picture has the colour space %s" % space


def intent(file):
	intents = file.get(file.root().get("/OutputIntents", []))
	found = [file.get(i) for i in intents]
	if len(found) != 1 or found[0].get("/S") != "/GTS_PDFX":
		return "there is no output intent, or more than one"
	if file.get(found[0].get("/DestOutputProfile", {})).get("/N") != 4:
		return "the profile is none of four inks"
	if not found[0].get("/OutputConditionIdentifier"):
		return "the output condition has no name"


def boxes(file):
	for page in file.pages():
		media, trim, bleed = (file.get(page.get(key)) for key in ("/MediaBox", "/TrimBox", "/BleedBox"))
		if not trim or not bleed:
			return "a page has no trim or no bleed box"
		if not all(m <= b + 0.001 and b <= t + 0.001 for m, b, t in zip(media[:2], bleed[:2], trim[:2])):
			return "boxes do not lie within each other"
		if not all(m >= b - 0.001 and b >= t - 0.001 for m, b, t in zip(media[2:], bleed[2:], trim[2:])):
			return "boxes do not lie within each other"
		if "/ArtBox" in page:
			return "a page has both a trim and an art box"


def claims(file):
	for word in (b"<pdfxid:GTS_PDFXVersion>PDF/X-4</", b"<xmpMM:DocumentID>uuid:", b"<xmpMM:VersionID>", b"<xmpMM:RenditionClass>", b"<pdf:Trapped>False</"):
		if word not in file.text:
			return "the metadata lack %s" % word.decode()


def trapped(file):
	if file.get(file.trailer["/Info"]).get("/Trapped") != "/False":
		return "nothing says whether it is trapped"


def dates(file):
	info = file.get(file.trailer["/Info"])
	if not all(key in info for key in ("/CreationDate", "/ModDate", "/Title")):
		return "title or dates are missing"


def identity(file):
	if len(file.trailer.get("/ID", [])) != 2:
		return "the file has no ID"


def version(file):
	if not file.bytes.startswith(b"%PDF-1.6"):
		return "the version is not 1.6"


def nothing_active(file):
	if any("/Annots" in page for page in file.pages()):
		return "a page has annotations"
	if any(key in d for d in file.dicts for key in ("/JavaScript", "/JS", "/AA", "/OpenAction")):
		return "there are actions"
	if "/Encrypt" in file.trailer:
		return "the file is encrypted"


def fonts(file):
	descriptors = [d for d in file.dicts if d.get("/Type") == "/FontDescriptor"]
	if not descriptors:
		return "there are no fonts"
	if not all(any(k.startswith("/FontFile") for k in d) for d in descriptors):
		return "a font is not embedded"


def ink(file):
	inks = [n[-4:] for operator, n, _ in file.operators() if operator in "kK"]
	most = max(max(sum(n), sum(n[:3]) + 1) * 100 for n in inks) # black prints over all
	if most > LIMIT + 0.2:
		return "a colour takes %.0f %% of ink" % most


def black(file):
	found = [(n[-4:], before) for operator, n, before in file.operators() if operator in "kK"]
	blacks = [before for n, before in found if n == [0, 0, 0, 1]]
	if not blacks:
		return "nothing is in black ink"
	if any(before != b"/BfOver gs " for before in blacks):
		return "black leaves out what is below it"
	if any(before != b"/BfOut gs " for n, before in found if n != [0, 0, 0, 1]):
		return "a colour prints over what is below it"
	over = [d for d in file.dicts if d.get("/OPM") == 1]
	if not over or not all(d.get("/op") is True and d.get("/OP") is True for d in over):
		return "overprint is not said"


def greys(file):
	if any(operator in "gG" and len(n) == 1 for operator, n, _ in file.operators()):
		return "a grey is said otherwise than in black ink"


def blending(file):
	for group in (file.get(d["/Group"]) for d in file.dicts if "/Group" in d):
		if group.get("/S") == "/Transparency" and group.get("/CS") not in (None, "/DeviceCMYK"):
			return "something is blended in %s" % group.get("/CS")


RULES = (no_rgb, pictures_tagged, intent, boxes, claims, trapped, dates, identity, version, nothing_active, fonts, ink, black, greys, blending)

if sys.argv[1] == "--count":
	print(len(RULES))
	sys.exit()
document = File(sys.argv[1])
for rule in RULES:
	broken = rule(document)
	if broken:
		print("%s: %s" % (rule.__name__, broken))
