# The pages for phones and in large print: see editions.py.
exec python3 -B tests/pages/editions.py content/waterloo-huawei-serverless-2022 tests/events/everything \
	tests/events/two-days tests/events/one-item tests/events/long-names tests/events/arabic \
	tests/events/japanese tests/events/two-days-five-rooms
