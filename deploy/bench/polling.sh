# conditional requests a second that the packaged scraper makes in 128 MB of heap, two feeds a host; requests that come sooner than they may
#  --quick a fifth of the hosts, for ten seconds
. "$here/lib/java.sh"
. "$root/deploy/local/build.sh"

folder=$root/.local/bench-polling
mkdir -p "$folder/logs"
build_stale >&2
run_java -Xmx512m io.earlybrd.bench.polling.PollingBench "$folder" "$@"
