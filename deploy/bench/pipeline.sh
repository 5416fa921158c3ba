# jobs a second from the topic jobs to the topic matches with 100,000 alerts; on an idle system milliseconds from the fetch of a job to its mail, and from a crawl that first sees it to its record on the topic
. "$here/lib/java.sh"
. "$root/deploy/local/build.sh"

# What runs is what deploy/local/up would run; this is where its build writes to.
folder=$root/.local/bench-pipeline
mkdir -p "$folder/logs"
build_stale >&2
run_java -Xmx2g io.earlybrd.bench.pipeline.PipelineBench "$folder"
