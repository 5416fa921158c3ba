# seconds from the command to all parts ready, on a built tree with the data of an earlier run
. "$here/lib/system.sh"

seconds_of_start() {
  local began ended
  began=$(date +%s%N)
  system_up "$@"
  ended=$(date +%s%N)
  printf '%d.%02d' $(((ended - began) / 1000000000)) $(((ended - began) / 10000000 % 100))
}

# The first start may build, and it fills the system's cache of files.
system_up --fresh
system_down
fresh=$(seconds_of_start --fresh)
printf 'with empty databases: %s s\n' "$fresh"
system_down
times=()
for round in 1 2 3; do
  times+=("$(seconds_of_start)")
  printf 'round %s: %s s\n' $round "${times[-1]}"
  system_down
done
median=$(printf '%s\n' "${times[@]}" | sort -n | sed -n 2p)
printf 'ready_s=%s ready_s_fresh=%s\n' "$median" "$fresh"
