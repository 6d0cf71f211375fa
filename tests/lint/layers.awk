# Checks that each file under src/ includes only what src/layers.txt lets its room include.
#   awk -f tests/lint/layers.awk src/layers.txt src/*/*.[ch] src/main.c
# A room's own headers, the C library, POSIX and GLib are open to all.

function complain(what) {
	printf "%s:%d: %s\n", FILENAME, FNR, what
	bad++
}

function room_of(path, parts, count) {
	count = split(path, parts, "/")
	return count > 2 ? parts[count - 1] : "cli"
}

function is_common(name) {
	return name ~ /^(assert|ctype|dirent|errno|fcntl|float|getopt|inttypes|limits|locale|math|poll|pthread|sched|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|wchar)\.h$/ ||
		name ~ /^(sys|linux)\// || name ~ /^(glib|gio|gobject|glib-unix|glib-object)(\/|\.h$)/ || name == "glib/gstdio.h"
}

function check_room(room, name, other) {
	other = name
	sub(/\/.*/, "", other)
	if (name !~ /\//) {
		complain("\"" name "\": name the room, as in \"" room "/" name "\"")
	} else if (other != room && !allowed[room, other] && !allowed[room, "*"]) {
		complain(room " may not include " other " (\"" name "\"; src/layers.txt)")
	}
}

function check_foreign(room, name, i) {
	if (is_common(name)) {
		return
	}
	for (i = 1; i <= extras[room]; i++) {
		if (index(name, extra[room, i]) == 1) {
			return
		}
	}
	complain("<" name "> may not be included in " room " (src/layers.txt)")
}

FILENAME == ARGV[1] {
	sub(/#.*/, "")
	gsub(/:/, " ")
	first = $1 == "extra" ? 3 : 2
	room = $(first - 1)
	for (i = first; i <= NF; i++) {
		if (first == 3) {
			extra[room, ++extras[room]] = $i
		} else {
			allowed[room, $i] = 1
			known[room] = 1
		}
	}
	next
}

FNR == 1 {
	room = room_of(FILENAME)
	if (!known[room]) {
		complain("room " room " is not in src/layers.txt")
	}
}

/^[ \t]*#[ \t]*include/ {
	name = $0
	sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
	if (name ~ /^"/) {
		split(name, quoted, "\"")
		check_room(room, quoted[2])
	} else if (name ~ /^</) {
		split(name, quoted, /[<>]/)
		check_foreign(room, quoted[2])
	} else {
		split(name, quoted, /[ \t]/)
		check_foreign(room, quoted[1])
	}
}

END {
	exit bad > 0
}
