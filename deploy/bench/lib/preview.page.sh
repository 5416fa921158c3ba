# The page of the benchmark preview: a table, since its figures have several units. Sourced by all.sh with the result line in $1.

cat <<'END'
The packaged matcher with a real broker and jobs of about 2,000 characters, asked over HTTP by one caller. `p50`, `p99`: of 200 alerts of two
to four terms, most with places, some with pay and seniority. The common word is in four of five jobs. `heap_mb`: what is on the heap after a
collection. Figures that end in `1m_alerts` are of a process that was started with `-Xmx256m` and a million alerts on the topic beside the
jobs: seconds until it takes jobs (`ready`) and until its previews are of all jobs (`previews_whole`), and the same questions then.

END
printf '| figure | |\n|---|---:|\n'
tr ' ' '\n' <<<"$1" | sed 's/^\(.*\)=\(.*\)$/| `\1` | \2 |/'
