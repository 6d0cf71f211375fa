# The checks of this folder find faults that are put into pages: see checkers.py.
exec python3 -B tests/pages/checkers.py
