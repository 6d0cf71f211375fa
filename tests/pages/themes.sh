# Every key of every theme changes a page: see themes.py. Sanitized builds need not repeat it.
case $BUILD in
*sanitize*) echo "# skipped: the plain build tries all keys" && exit 77 ;;
esac
exec python3 -B tests/pages/themes.py "$TEST_TMP"
