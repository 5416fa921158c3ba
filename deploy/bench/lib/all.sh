# Runs every benchmark and writes docs/benchmarks.md anew. Sourced by run.

root=$(cd "$here/../.." && pwd)
. "$root/deploy/local/common.sh"
page=$root/docs/benchmarks.md
java=$(find_java) || exit 1

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

{
  printf '# Benchmarks\n\nWritten by `deploy/bench/run all`; a part alone: `deploy/bench/run NAME`. Figures are of one run on one machine: compare them within a table.\n\n'
  printf '| | |\n|---|---|\n'
  printf '| date | %s |\n' "$(date -u +%F)"
  printf '| commit | `%s` |\n' "$(git -C "$root" rev-parse --short HEAD)"
  printf '| machine | %s x %s, %s GiB, Linux %s |\n' "$(nproc)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" \
    "$(awk '/^MemTotal:/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" "$(uname -r | cut -d- -f1)"
  printf '| JDK | %s, flags `%s` of `deploy/local/jvm-flags` |\n' \
    "$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p;s/^JAVA_VERSION="\(.*\)"/\1/p' "$java/release" | head -n 1)" "${EARLYBRD_JVM_PROFILE:-small}"
} >"$page.new"

for script in "$here"/*.sh; do
  name=$(basename "$script" .sh)
  printf '%s ...\n' "$name"
  output=$("$here/run" "$name") || { rm -f "$page.new"; exit 1; }
  result=$(tail -n 1 <<<"$output")
  {
    printf '\n## %s\n\n%s.\n\n' "$name" "$(sed -n '1s/^# \(.\)/\U\1/p' "$script")"
    if [ -f "$here/lib/$name.page.sh" ]; then
      . "$here/lib/$name.page.sh" "$result"
    else
      printf '```\n'
      bars "$result"
      printf '```\n'
    fi
    printf '\n`%s`\n' "$result"
  } >>"$page.new"
  printf '%s\n' "$result"
done
mv "$page.new" "$page"
