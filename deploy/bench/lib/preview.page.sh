# The page of the benchmark preview: a table, since its figures have several units. Sourced by all.sh with the result line in $1.

cat <<'END'
The packaged matcher with a real broker and jobs of about 2,000 characters, asked over HTTP by one caller. `p50`, `p99`: of 200 alerts of two
to four terms, most with places, some with pay and seniority. The common word is in four of five jobs.

END
printf '| figure | |\n|---|---:|\n'
tr ' ' '\n' <<<"$1" | sed 's/^\(.*\)=\(.*\)$/| `\1` | \2 |/'
