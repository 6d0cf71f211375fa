"""embed: what a file says of the files that go along in it: embed.py PDF FOLDER, where they have
been saved. Prints what is wrong."""

import hashlib
import os
import sys

from tagged import File, text


def check(file, folder):
	names = file.get(file.root["/Names"])["/EmbeddedFiles"]
	names = file.get(names)["/Names"]
	associated = file.get(file.root["/AF"])
	file.want(names[1::2] == associated, "not all are associated")
	file.want([text(name) for name in names[::2]] == sorted(text(name) for name in names[::2]), "not in order")
	for name, reference in zip(names[::2], names[1::2]):
		spec = file.get(reference)
		file.want(spec["/F"] == name and spec["/UF"] == name, f"{name}: other names")
		file.want(spec["/AFRelationship"] == "/Source", f"{name}: no source")
		file.want(text(spec["/Desc"]), f"{name}: no description")
		stream = spec["/EF"]["/F"]
		file.want(spec["/EF"]["/UF"] == stream, f"{name}: two contents")
		said = file.get(stream)
		kind = "/application/yaml" if text(name).endswith(".yaml") else "/text/markdown"
		file.want(said["/Subtype"] == kind, f"{name}: {said['/Subtype']}")
		with open(os.path.join(folder, text(name)), "rb") as saved:
			data = saved.read()
		file.want(said["/Params"]["/Size"] == len(data), f"{name}: size")
		file.want(said["/Params"]["/ModDate"].startswith("u:D:2027"), f"{name}: date")
		sum_said = said["/Params"]["/CheckSum"]
		file.want(sum_said == "b:" + hashlib.md5(data).hexdigest(), f"{name}: sum {sum_said}")


def main():
	file = File(sys.argv[1])
	check(file, sys.argv[2])
	for fault in file.faults:
		print(fault)
	sys.exit(1 if file.faults else 0)


main()
