# The page of the benchmark pipeline: a table, since its figures have several units. Sourced by all.sh with the result line in $1.

cat <<'END'
Real processes with the flags `standard`, a real broker, and the benchmark itself, on one machine. Jobs a second: the matcher alone with
its broker, from the first job sent until the matches of the last are on all replicas; medians of three rounds. Fetch to mail: from the
request that finds a job on an employer's board to the last byte of the mail, all services, one job at a time.

END
printf '| figure | |\n|---|---:|\n'
tr ' ' '\n' <<<"$1" | sed 's/^\(.*\)=\(.*\)$/| `\1` | \2 |/'
