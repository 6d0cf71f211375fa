# No address but those of the web, of letters and of telephones is active in a file: see links.py.
PYTHONPATH=tests exec python3 -B tests/safety/links.py "$TEST_TMP"
