# Builds what a start needs and is not built, or older than its sources. Sourced by up, after common.sh.

runnable=(deploy/broker deploy/local account-service scraper-service matcher-service notifier-service billing-service)

# The file by which one sees that a module was built, and when.
built_file() {
  case $1 in
    deploy/broker) printf '%s' "$root/$1/target/classes/io/earlybrd/broker/BrokerMain.class" ;;
    deploy/local) printf '%s' "$root/$1/target/local.jar" ;;
    *) printf '%s' "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# Whether a module has to be built: it is not, or something that it is made of is newer.
is_stale() {
  local built sources=("$1")
  built=$(built_file "$1")
  [ -e "$built" ] || return 0
  # A build that broke may have left some of its files, as new as those of one that did not.
  [ ! -e "$root/$1/target/.unfinished" ] || return 0
  # A build that finds nothing to do leaves its files as old as they were, but it leaves this mark.
  [ "$root/$1/target/.up-to-date" -nt "$built" ] && built=$root/$1/target/.up-to-date
  case $1 in
    deploy/local) sources+=(deploy/testkit events) ;;
    *-service) sources+=(events) ;;
  esac
  [ -n "$(cd "$root" && find pom.xml "${sources[@]/%//pom.xml}" "${sources[@]/%//src/main}" \
    -newer "$built" -print -quit)" ]
}

# Runs Maven for these modules and those that they need, with one line of progress.
build() {
  local log=$folder/logs/build.log list started=$SECONDS step shown='' module
  command -v mvn >/dev/null || fail \
    "There is something to build ($*), and Maven is not installed." \
    "Install Maven 3.9 or later (Debian: apt install maven)."
  list=$(IFS=,; printf '%s' "$*")
  for module; do mkdir -p "$root/$module/target" && touch "$root/$module/target/.unfinished" || exit 1; done
  printf 'Building %s with Java from %s. All output: %s\n' "$*" "$JAVA_HOME" "$log"
  # Not stopped by Ctrl-C itself, because it runs in the background; the trap of up stops it.
  (cd "$root" && exec mvn --batch-mode -Dmaven.test.skip=true -pl "$list" -am package) </dev/null >"$log" 2>&1 &
  child=$!
  while kill -0 $child 2>/dev/null; do
    sleep 1
    step=$(sed -n 's/^\[INFO\] Building \(.*[^ ]\)  *[0-9][^ ]*  *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' "$log" | tail -1)
    if [ -t 1 ]; then
      printf '\r\033[K  %s  %d s' "${step:-starting Maven}" $((SECONDS - started))
    elif [ "$step" != "$shown" ]; then
      printf '  %s  %d s\n' "$step" $((SECONDS - started))
      shown=$step
    fi
  done
  [ -t 1 ] && printf '\r\033[K'
  if ! wait $child; then
    child=
    grep '^\[ERROR\]' "$log" | head -20 >&2
    fail "The build failed; all of its output is in $log."
  fi
  child=
  # It keeps the time at which the build began, so what was changed since then is newer.
  for module; do mv -f "$root/$module/target/.unfinished" "$root/$module/target/.up-to-date"; done
  printf '  built in %d s\n' $((SECONDS - started))
}

# Builds whatever needs it, while nobody else builds this checkout.
build_stale() {
  local module stale=() lock
  # This very file is the lock: it is always there, and the system gives it back when its holder ends, in whatever way.
  exec {lock}<"$root/deploy/local/build.sh"
  if ! flock --nonblock $lock; then
    printf 'Waiting for another start, which builds.\n'
    # In small steps, so that a signal is heeded.
    until flock --timeout 1 $lock; do :; done
  fi
  for module in "${runnable[@]}"; do
    is_stale "$module" && stale+=("$module")
  done
  [ ${#stale[@]} -eq 0 ] || build "${stale[@]}"
  exec {lock}<&-
}
