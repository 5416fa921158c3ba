# memory of each process (PSS) once the system has been idle for half a minute
. "$here/lib/system.sh"

idle_seconds=30

# Its own and that of its helpers, as PostgreSQL has them, in KiB.
pss_kib() {
  local pids
  pids=$(ps -o pid= --ppid "$1" | tr -d ' ')
  for pid in $1 $pids; do
    cat "/proc/$pid/smaps_rollup" 2>/dev/null
  done | awk '/^Pss:/ { sum += $2 } END { print sum + 0 }'
}

system_up --fresh
sleep $idle_seconds
total=0
result=
# The launcher is no part of the product; it holds the stand-ins, and its own memory is not in the sum.
while read -r name pid _; do
  kib=$(pss_kib "$pid")
  [ "$name" = launcher ] && kib=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup")
  [ "$kib" -gt 0 ] || { printf 'The memory of %s cannot be read by this user.\n' "$name" >&2; exit 1; }
  [ "$name" = launcher ] || total=$((total + kib))
  printf '  %-10s %4d MiB\n' "$name" $((kib / 1024))
  result+=" pss_mb_$name=$((kib / 1024))"
done <"$EARLYBRD_LOCAL_DIR/run/parts"
printf 'pss_mb_total=%d%s\n' $((total / 1024)) "$result"
