# One benchmark at a time on a checkout. Sourced.

root=$(cd "$here/../.." && pwd)
mkdir -p "$root/.local"
exec {turn}>"$root/.local/bench.lock"
flock --nonblock $turn || {
  printf 'Another benchmark runs on this checkout.\n' >&2
  exit 1
}
