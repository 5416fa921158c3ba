# microseconds to find the alerts of one job, beside Lucene Monitor and beside asking every alert; bytes of memory an alert
#  --full                  Lucene with a million alerts too, and ours with ten millions; takes half an hour and 14 GB
#  --quick                 one short round, for a look
#  --sizes=10k,100k,1m,10m numbers of alerts
. "$here/lib/java.sh"

heap=6g
[[ " $* " != *' --full '* && " $* " != *10m* ]] || heap=14g
# All of the heap at first, so that nobody waits for the machine to give it while something is measured.
run_java -Xmx$heap -Xms$heap -XX:+AlwaysPreTouch io.earlybrd.bench.matcher.MatcherBench "$@"
