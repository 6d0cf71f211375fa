"""tap: what tests in Python share that print one TAP line for each check."""

import sys


class Tap:
	def __init__(self):
		self.count = self.failed = 0

	def check(self, name, good, shown=""):
		"""shown: what says why it is not."""
		self.count += 1
		self.failed += not good
		print("%sok %d %s" % ("" if good else "not ", self.count, name))
		for line in str(shown).splitlines() if not good else []:
			print("# " + line)
		sys.stdout.flush()

	def finish(self):
		print("1..%d" % self.count)
		sys.exit(self.failed > 0)
