#!/usr/bin/env python3
"""prose.py EVENT.yaml [KEY ...] > prose.txt

The literal blocks of an event under the keys (abstract) as plain text, a line "# N" before each, one
line a paragraph, without CommonMark's emphasis and links."""
import re, sys

kinds = "|".join(sys.argv[2:] or ["abstract"])
blocks, block, indent = [], None, 0
for line in open(sys.argv[1], encoding="utf-8"):
    depth = len(line) - len(line.lstrip(" "))
    if block is not None:
        if line.strip() and depth <= indent:
            block = None
        else:
            block.append(line.strip())
    if block is None:
        start = re.match(r" *(- )?(%s): \|" % kinds, line)
        if start:
            indent = len(line) - len(line.lstrip(" -"))
            block = []
            blocks.append(block)
for number, block in enumerate(blocks):
    print("# %d" % (number + 1))
    for paragraph in "\n".join(block).split("\n\n"):
        text = " ".join(paragraph.split())
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"[*_<>]", "", text)
        if text:
            print(text)
