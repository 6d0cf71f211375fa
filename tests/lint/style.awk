# Checks the rules of HACKING.md that a compiler does not know.
#   awk -f tests/lint/style.awk FILE...
# Sizes of functions are clang-tidy's task, white space clang-format's.

function complain(line, what) {
	printf "%s:%d: %s\n", file, line, what
	bad++
}

function finish_file() {
	if (file == "") {
		return
	}
	if (lines > 600) {
		complain(lines, lines " lines; a file has at most 600")
	}
	if (file == "src/base/map.h") {
		return # the map of the rooms is a comment and nothing else
	}
	if (head_end == 0) {
		complain(1, "no comment at the head that says what the file does")
	} else if (head_end > 12) {
		complain(1, "the comment at the head has " head_end " lines; at most 12")
	}
	if (header && guard != wanted_guard) {
		complain(1, "include guard is " (guard == "" ? "missing" : guard) ", not " wanted_guard)
	}
}

function start_file(path) {
	file = FILENAME
	lines = head_end = 0
	guard = ""
	in_src = file ~ /^src\//
	below_cli = in_src && file !~ /^src\/(cli\/|setup\/|main\.c)/
	header = in_src && file ~ /\.h$/
	path = file
	sub(/^src\//, "", path)
	sub(/\.h$/, "_h", path)
	gsub(/[^A-Za-z0-9]/, "_", path)
	wanted_guard = "BIFOLIO_" toupper(path)
	if ($0 ~ /^\/\*/) {
		in_head = 1
	} else {
		in_head = 0
	}
}

FNR == 1 {
	finish_file()
	start_file()
}

{
	lines = FNR
}

in_head && /\*\// {
	head_end = FNR
	in_head = 0
}

guard == "" && /^#ifndef/ {
	guard = $2
}

/(^|[^A-Z])(TODO|FIXME|XXX)([^A-Z]|$)/ || tolower($0) ~ /not (yet )?implemented/ {
	complain(FNR, "unfinished: " $0)
}

below_cli && /(^|[^A-Za-z0-9_>.])(printf|puts|putchar|perror|g_print|g_printerr|exit|_exit|quick_exit)[ ]*\(/ {
	complain(FNR, "only cli/ prints and exits")
}

below_cli && /(stdout|stderr)/ && !/^[ \t]*(\/\*|\*)/ {
	complain(FNR, "only cli/ writes to stdout and stderr")
}

END {
	finish_file()
	exit bad > 0
}
