# What the scripts of this folder share. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${EARLYBRD_LOCAL_DIR:-$root/.local}
case $folder in /*) ;; *) folder=$PWD/$folder ;; esac

# Below this version nothing runs.
oldest_java=17

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# The major version of the JDK in a folder, from its release file: 17, 25. Nothing where there is no JDK.
java_version() {
  local release=$1/release version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$release" ] || return 0
  version=$(sed -n 's/^JAVA_VERSION="\([0-9._]*\).*/\1/p' "$release")
  version=${version#1.}
  printf '%s' "${version%%[._]*}"
}

# Folders that may hold a JDK, those that a person chose first.
java_candidates() {
  local on_path
  printf '%s\n' "${JAVA_HOME:-}"
  on_path=$(command -v javac) && on_path=$(readlink -f "$on_path") && printf '%s\n' "${on_path%/bin/javac}"
  printf '%s\n' "${EARLYBRD_JVM_FOLDER:-/usr/lib/jvm}"/*/ "$HOME"/.sdkman/candidates/java/*/
}

# Prints the folder of the newest JDK on this machine, or of the one that EARLYBRD_JAVA_HOME names.
find_java() {
  local candidate version best='' best_version=0
  if [ -n "${EARLYBRD_JAVA_HOME:-}" ]; then
    version=$(java_version "$EARLYBRD_JAVA_HOME")
    [ "${version:-0}" -ge $oldest_java ] || fail \
      "EARLYBRD_JAVA_HOME=$EARLYBRD_JAVA_HOME holds ${version:+Java $version, and }no JDK $oldest_java or later."
    printf '%s' "$EARLYBRD_JAVA_HOME"
    return
  fi
  while IFS= read -r candidate; do
    [ -n "$candidate" ] || continue
    version=$(java_version "${candidate%/}")
    if [ "${version:-0}" -gt "$best_version" ]; then
      best=${candidate%/} best_version=$version
    fi
  done < <(java_candidates)
  if [ "$best_version" -eq 0 ]; then
    fail "EarlyBrd needs a JDK $oldest_java or later, and there is none here." \
      "Install one (Debian: apt install openjdk-17-jdk-headless) or name its folder with EARLYBRD_JAVA_HOME."
  elif [ "$best_version" -lt $oldest_java ]; then
    fail "EarlyBrd needs a JDK $oldest_java or later; the newest here is Java $best_version ($best)." \
      "Install a newer one or name its folder with EARLYBRD_JAVA_HOME."
  fi
  printf '%s' "$best"
}

# The id of the launcher that runs with our folder; nothing if none does.
launcher_pid() {
  local pid
  [ -r "$folder/run/launcher.pid" ] && pid=$(<"$folder/run/launcher.pid") || return 0
  # Another process may have got the id meanwhile.
  if tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF -- "-Dearlybrd.local=$folder"; then
    printf '%s' "$pid"
  fi
}

# The parent of a process and its own start time, by which one knows it from a later one with the same id; nothing when
# it has ended.
parent_and_start() {
  local stat fields
  { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 0
  # The name, in parentheses, may hold anything; what follows it are numbers but for the first.
  read -ra fields <<<"${stat##*) }"
  [ "${fields[0]}" = Z ] || printf '%s %s' "${fields[1]}" "${fields[19]}"
}
