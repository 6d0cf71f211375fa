"""report: what veraPDF has found, a line a fault, then how much was checked and how it ended. Called
with FOLDER=REPORT...; a file that veraPDF does not speak of has failed."""

import glob
import os
import sys
import xml.etree.ElementTree as tree


def jobs(path):
	try:
		return {job.findtext("item/name"): job for job in tree.parse(path).getroot().iter("job")}
	except (OSError, tree.ParseError):
		return {}


def faults(job):
	report = job.find("validationReport") if job is not None else None
	if report is None:
		return 0, 0, ["veraPDF could not read it"]
	details = report.find("details")
	rules = int(details.get("passedRules")) + int(details.get("failedRules"))
	checks = int(details.get("passedChecks")) + int(details.get("failedChecks"))
	found = [f"{rule.get('clause')}-{rule.get('testNumber')} {rule.findtext('description')} "
		f"({rule.get('failedChecks')} times, first {rule.findtext('check/context')})"
		for rule in details.iter("rule") if rule.get("status") == "failed"]
	if report.get("isCompliant") != "true" and not found:
		found = ["not compliant"]
	return rules, checks, found


def main():
	passed, failed, count, all_checks, rules_of = 0, 0, 0, 0, {}
	for argument in sys.argv[1:]:
		folder, report = argument.split("=")
		files = sorted(glob.glob(os.path.join(folder, "*", "*.pdf")))
		profile = os.path.basename(report)[:-4]
		found = jobs(report)
		for path in files:
			rules, checks, told = faults(found.get(os.path.realpath(path)))
			rules_of[profile] = max(rules, rules_of.get(profile, 0))
			all_checks += checks
			count += 1
			passed, failed = passed + (not told), failed + bool(told)
			for fault in told:
				print(f"{os.path.relpath(path, folder)} {profile}: {fault}")
	rules = " + ".join(f"{rules_of[name]} of {name}" for name in rules_of)
	print(f"conformance: {count} files x profiles ({rules} rules), {all_checks} checks")
	print(f"{passed} passed, {failed} failed, 0 skipped")
	sys.exit(1 if failed or count == 0 else 0)


main()
