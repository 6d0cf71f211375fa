# The PDF files of all events as readers' programs see them: see finished.py.
exec python3 -B tests/doc/finished.py "$TEST_TMP" content/waterloo-huawei-serverless-2022 \
	tests/events/one-item tests/events/two-days tests/events/long-names
