# A whole system of its own for a benchmark: other ports and another folder than those of deploy/local/up. Sourced.

# Before the trap below: a second benchmark, which has to wait for its turn, must not stop the system of the first.
. "$here/lib/turn.sh"
export EARLYBRD_LOCAL_DIR=$root/.local/bench
# All stay below 32768, where the system begins to hand out ports to clients.
offset=10000
for part in ACCOUNT:8080 SCRAPER:8081 MATCHER:8082 NOTIFIER:8083 BILLING:8084 INBOX:8025 SMTP:1025 KAFKA:19092 \
  POSTGRES:15432 STRIPE:12111 BOARD:8090; do
  export "EARLYBRD_${part%:*}_PORT=$((${part#*:} + offset))"
done

system_up() {
  # What goes on in the background does not keep the turn.
  "$root/deploy/local/up" --detach "$@" >"$EARLYBRD_LOCAL_DIR.log" 2>&1 {turn}>&- || {
    cat "$EARLYBRD_LOCAL_DIR.log" >&2
    exit 1
  }
}

system_down() {
  "$root/deploy/local/down" >/dev/null
}

trap system_down EXIT
trap 'exit 130' INT TERM
