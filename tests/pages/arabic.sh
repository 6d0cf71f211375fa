# Every page of tests/events/arabic, in all looks and sizes: see check.py.
case $BUILD in
*sanitize*) PAGES=few && export PAGES ;;
esac
exec python3 -B tests/pages/check.py tests/events/arabic
