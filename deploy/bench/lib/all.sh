# Runs every benchmark, or those that are named, and writes their parts of docs/benchmarks.md anew. Sourced by run.

root=$(cd "$here/../.." && pwd)
. "$root/deploy/local/common.sh"
page=$root/docs/benchmarks.md
java=$(find_java) || exit 1
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

# One bar a figure in MiB or seconds, drawn to the longest.
bars() {
  tr ' ' '\n' <<<"$1" | awk -F= '
    { name[NR] = $1; value[NR] = $2; if ($2 > most) most = $2 }
    END {
      for (i = 1; i <= NR; i++) {
        bar = ""
        for (j = 0; j < 40 * value[i] / most; j++) bar = bar "█"
        printf "%-24s %8s %s\n", name[i], value[i], bar
      }
    }'
}

# The part of a benchmark: what it is, when and where it was measured, and this result of this command.
part() {
  local name=$1 command=$2 result=$3
  printf '\n## %s\n\n%s.\n\n' "$name" "$(sed -n '1s/^# \(.\)/\U\1/p' "$here/$name.sh")"
  if [ -f "$here/lib/$name.page.sh" ]; then
    . "$here/lib/$name.page.sh" "$result"
  else
    printf '```\n'
    bars "$result"
    printf '```\n'
  fi
  printf '\n%s, commit `%s`, %s x %s, %s GiB, Linux %s, JDK %s, profile `%s`, `deploy/bench/run %s`:\n\n`%s`\n' \
    "$(date -u +%F)" "$(git -C "$root" rev-parse --short HEAD)" \
    "$(nproc)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" \
    "$(awk '/^MemTotal:/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" "$(uname -r | cut -d- -f1)" \
    "$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p;s/^JAVA_VERSION="\(.*\)"/\1/p' "$java/release" | head -n 1)" "${EARLYBRD_JVM_PROFILE:-small}" "$command" "$result"
}

# The page of all parts that there are.
write_page() {
  {
    printf '# Benchmarks\n\nWritten by `deploy/bench/run all`; a part alone: `deploy/bench/run all NAME`. Figures are of one run on one machine: compare them within a table.\n'
    for script in "$here"/*.sh; do
      cat "$parts/$(basename "$script" .sh)" 2>/dev/null
    done
  } >"$page.new"
  mv "$page.new" "$page"
}

names=()
options=()
for argument; do
  if [[ $argument = --* ]]; then options+=("$argument"); else names+=("$argument"); fi
done
for script in "$here"/*.sh; do
  name=$(basename "$script" .sh)
  # As the page has it, with one empty line before and none behind.
  awk -v heading="## $name" '/^## / { inside = $0 == heading; if (inside) print "" } inside' "$page" | sed -e '${/^$/d}' >"$parts/$name"
done
for script in "$here"/*.sh; do
  name=$(basename "$script" .sh)
  [ ${#names[@]} = 0 ] || [[ " ${names[*]} " = *" $name "* ]] || continue
  printf '%s ...\n' "$name"
  command=("$name")
  for option in "${options[@]}"; do
    ! takes "$name" "$option" || command+=("$option")
  done
  output=$("$here/run" "${command[@]}") || exit 1
  result=$(tail -n 1 <<<"$output")
  part "$name" "${command[*]}" "$result" >"$parts/$name"
  # Now, so that no later failure costs what was measured.
  write_page
  printf '%s\n' "$result"
done
