# memory of each process (PSS), idle for half a minute after the start, and after 2,000 pages and 50 jobs that are mailed to five people
. "$here/lib/system.sh"
. "$here/lib/visitor.sh"

idle_seconds=30
pages=2000
# As many as one mail holds.
jobs=50
people=(ada bob cleo dora emil)

# Its own and that of its helpers, as PostgreSQL has them, in KiB.
pss_kib() {
  local pids
  pids=$(ps -o pid= --ppid "$1" | tr -d ' ')
  for pid in $1 $pids; do
    cat "/proc/$pid/smaps_rollup" 2>/dev/null
  done | awk '/^Pss:/ { sum += $2 } END { print sum + 0 }'
}

# Adds to the result one key for each process and one for their sum, with this suffix.
measure() {
  local suffix=$1 name pid kib total=0
  # The launcher is no part of the product; it holds the stand-ins, and its own memory is not in the sum.
  while read -r name pid _; do
    kib=$(pss_kib "$pid")
    [ "$name" = launcher ] && kib=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup")
    [ "$kib" -gt 0 ] || { printf 'The memory of %s cannot be read by this user.\n' "$name" >&2; exit 1; }
    [ "$name" = launcher ] || total=$((total + kib))
    printf '  %-10s %4d MiB\n' "$name" $((kib / 1024))
    result+="${result:+ }pss_mb_$name$suffix=$((kib / 1024))"
  done <"$EARLYBRD_LOCAL_DIR/run/parts"
  printf '  %-10s %4d MiB\n' sum $((total / 1024))
  result="pss_mb_total$suffix=$((total / 1024))${result:+ $result}"
}

post_jobs() {
  local each
  for each in $(seq $jobs); do
    printf 'next\nurl = "%s/_control/boards/fjordbank/jobs"\nsilent\noutput = /dev/null\n' "$board"
    printf 'data = "{\\"title\\":\\"Bench Engineer %d\\",\\"location\\":\\"Berlin\\",\\"description\\":\\"<p>Work.</p>\\"}"\n' "$each"
  done | sed 1d | curl --silent --fail --config -
}

# The jobs that the last person was mailed, by the subjects of the mails: those shown are fewer where many are of one employer.
mailed_jobs() {
  mails | grep -o '"subject":"[^"]*' | cut -d'"' -f4 |
    awk '/^[0-9]+ new jobs / { sum += $1 } /^Bench Engineer / { sum++ } END { print sum + 0 }'
}

all_are_mailed() {
  [ "$(mailed_jobs)" -ge "$jobs" ] && printf yes
}

result=
system_up --fresh
sleep $idle_seconds
printf 'idle for %d s:\n' $idle_seconds
measure ''

for person in "${people[@]}"; do become_subscriber "$person" 'bench engineer'; done
browse --parallel --parallel-max 4 "$account/?[1-$((pages / 2))]" "$account/alerts?[1-$((pages / 2))]" >/dev/null
post_jobs
await all_are_mailed >/dev/null
printf 'after %d pages and %d jobs for %d people:\n' $pages $jobs ${#people[@]}
measure _load
printf '%s\n' "$result"
