"""prose_event: writes an event whose pages are hard to break: abstracts of every length from a line
to three pages, lists and quotations in them, biographies with portraits, references. All invented,
and the same for the same seed. Words in text tell what they belong to, so that pages can be asked
for it: "Item3x1" and "Item3y1" are the first and the last word of an entry of a list."""

import os
import random

PORTRAIT = """<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="40mm" viewBox="0 0 40 40">
<rect width="40" height="40" fill="#dde"/><circle cx="20" cy="17" r="9" fill="#557"/></svg>
"""
WORDS = {
	"en": "the and of to a river stone narrow bridge under windows counted slowly measure harbour "
	"instruments drift towards evening quiet department understanding considered boats that were "
	"in remarkable correspondence with administration light again over paper folded twice",
	"he": "הבית של הנהר אבן גשר צר תחת חלון נספר לאט מידה נמל כלים נסחפים אל ערב שקט הבנה סירות היו "
	"אור שוב מעל נייר מקופל פעמיים",
	"ar": "البيت على النهر حجر جسر ضيق تحت نافذة ببطء مقياس ميناء أدوات تنجرف نحو مساء هادئ فهم "
	"قوارب كانت ضوء مرة أخرى فوق ورق مطوي مرتين",
}
ENTRIES = 7


class Writer:
	def __init__(self, seed, language):
		self.random = random.Random(seed)
		self.words = WORDS[language].split()
		self.lists = 0

	def sentence(self, count):
		words = [self.random.choice(self.words) for _ in range(max(count, 1))]
		return (words[0].capitalize() + " " + " ".join(words[1:])).strip() + "."

	def paragraph(self, count):
		sentences = []
		while count > 0:
			taken = min(count, self.random.randint(6, 16))
			sentences.append(self.sentence(taken))
			count -= taken
		return " ".join(sentences)

	def entries(self, mark):
		self.lists += 1
		lines = []
		for i in range(ENTRIES):
			name = "%d" % self.lists, i
			words = self.paragraph(self.random.choice((3, 9, 17, 28, 40)))
			lines.append("%s Item%sx%d %s Item%sy%d" % ((mark % (i + 1) if "%" in mark else mark,) + name + (words,) + name))
		return "\n".join(lines)

	def abstract(self, words):
		"""Paragraphs of uneven lengths; lists and quotations in long ones."""
		parts = []
		while words > 0:
			taken = min(words, self.random.choice((12, 25, 40, 61, 83, 110)))
			parts.append(self.paragraph(taken))
			words -= taken
			if words > 250 and len(parts) % 4 == 2:
				parts.append(self.entries(self.random.choice(("-", "%d."))))
			elif words > 250 and len(parts) % 4 == 0:
				parts.append("> " + self.paragraph(30))
		return "\n\n".join(parts)


def indented(text, depth):
	return "\n".join((" " * depth + line) if line else "" for line in text.split("\n"))


def write_talk(out, writer, number, words):
	start = 8 * 60 + 15 * number
	title = writer.sentence(writer.random.choice((2, 3, 5, 9, 14)))[:-1]
	out.append('  - id: t%d\n    time: "%d:%02d–%d:%02d"' % (number, start // 60, start % 60, (start + 15) // 60, (start + 15) % 60))
	out.append('    title: "%s"' % title)
	out.append("    speakers: [%s]" % ", ".join("p%d" % person for person in speakers(number)))
	out.append("    abstract: |\n" + indented(writer.abstract(words), 6))
	if number % 7 == 3:
		out.append("    references:")
		for i in range(16 if number % 2 else 3 + number % 3):
			out.append('      - "%s, 20%02d."' % (writer.sentence(14)[:-1], 10 + i))


def speakers(number):
	"""Of a talk: one, or two."""
	return [2 * number + i for i in range(1 + (number % 9 == 4))]


def write_people(out, writer, lengths):
	for number in (person for talk in range(len(lengths)) for person in speakers(talk)):
		out.append("  p%d:\n    name: Ana Name%d\n    affiliation: House %d" % (number, number, number % 11))
		if number % 4 < 2:
			out.append("    portrait: face.svg\n    portrait_alt: A face")
		if number % 5 != 1:
			words = writer.random.choice((8, 20, 45, 60, 160 if number % 20 == 7 else 30))
			out.append("    bio: |\n      Name%d begins. %s" % (number, writer.paragraph(words)))


def write_event(folder, seed, language, settings, lengths):
	"""settings: lines under `print:`; lengths: words of each talk's abstract."""
	writer = Writer(seed, language)
	out = [
		"format: 1",
		"event: {title: Hard Pages, host: Guild, place: Old Library, language: %s, date: 2027-03-04, timezone: Europe/Lisbon}" % language,
		"print:",
		"  documents: [booklet]",
		indented(settings, 2),
		"people:",
	]
	write_people(out, writer, lengths)
	out.append("program:")
	for number, words in enumerate(lengths):
		write_talk(out, writer, number, words)
	os.makedirs(folder)
	with open(os.path.join(folder, "face.svg"), "w", encoding="utf-8") as file:
		file.write(PORTRAIT)
	with open(os.path.join(folder, "event.yaml"), "w", encoding="utf-8") as file:
		file.write("\n".join(out) + "\n")


def hard_lengths(seed):
	"""Forty short talks of odd lengths and three long ones among them."""
	rand = random.Random(seed)
	lengths = [rand.choice((9, 23, 37, 58, 77, 101, 132, 166, 205, 251, 310)) for _ in range(40)]
	for place in (7, 19, 33):
		lengths[place] = rand.choice((900, 1100, 1300))
	return lengths
