# milliseconds that the matcher takes for a preview with 300,000 jobs of 30 days, in the small heap, and in 256 MB with a million alerts
#  --quick 30,000 jobs and 100,000 alerts, for a look
. "$here/lib/java.sh"
. "$root/deploy/local/build.sh"

folder=$root/.local/bench-preview
mkdir -p "$folder/logs"
build_stale >&2
run_java -Xmx512m io.earlybrd.bench.preview.PreviewBench "$folder" "$@"
