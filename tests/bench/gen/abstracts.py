#!/usr/bin/env python3
"""abstracts.py [COUNT] < program.json > abstracts.txt

Titles and abstracts of the first COUNT talks (60) of what genprog.py writes, as plain text: a line
"# TITLE", then one line a paragraph."""
import json, sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
for talk in json.load(sys.stdin)["talks"][:count]:
    print("# " + talk["title"])
    for paragraph in talk["abstract"]:
        print(paragraph)
