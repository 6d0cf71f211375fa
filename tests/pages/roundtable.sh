# Every page of content/waterloo-huawei-serverless-2022, in all looks and sizes: see check.py.
case $BUILD in
*sanitize*) PAGES=few && export PAGES ;;
esac
exec python3 -B tests/pages/check.py content/waterloo-huawei-serverless-2022
