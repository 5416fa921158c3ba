# A subscriber as curl can be one: signs up, confirms by the mailed link, and saves an alert that mails at once. Sourced.

visitor_password='four plain words suffice'
visitor_cookies=$EARLYBRD_LOCAL_DIR.cookies
visitor_address=
account=http://localhost:$EARLYBRD_ACCOUNT_PORT
inbox=http://localhost:$EARLYBRD_INBOX_PORT
board=http://localhost:$EARLYBRD_BOARD_PORT

browse() {
  curl --silent --show-error --fail --location --max-time 60 --cookie "$visitor_cookies" --cookie-jar "$visitor_cookies" "$@"
}

# Opens a page with a form, and sends it with these fields.
submit() {
  local path=$1 token field fields=()
  shift
  for field; do fields+=(--data-urlencode "$field"); done
  token=$(browse "$account${FORM:-$path}" | sed -n 's/.*name="csrf-token" value="\([^"]*\)".*/\1/p' | head -n 1)
  browse --output /dev/null --data-urlencode "csrf-token=$token" "${fields[@]}" "$account$path"
}

mails() {
  curl --silent --fail "$inbox/api/mails?to=$visitor_address"
}

# The path of the link in the newest mail whose address begins so.
mailed_path() {
  local mail
  mail=$(mails | grep -o '"id":[0-9]*' | cut -d: -f2 | sort -n | tail -n 1)
  [ -n "$mail" ] && curl --silent "$inbox/api/mails/$mail/raw" | tr -d '\r' | grep -o "/$1/[A-Za-z0-9_-]*" | head -n 1
}

# Waits for a minute at most until a command prints something, and prints it.
await() {
  local began=$SECONDS answer
  until answer=$("$@") && [ -n "$answer" ]; do
    [ $((SECONDS - began)) -lt 60 ] || { printf 'Nothing after a minute: %s\n' "$*" >&2; exit 1; }
    sleep 0.2
  done
  printf '%s' "$answer"
}

# Becomes another person, of this name, who wants jobs with these words.
become_subscriber() {
  local confirm
  visitor_address=$1-$$@post.example
  : >"$visitor_cookies"
  submit /sign-up "email=$visitor_address" "password=$visitor_password" zone=Europe/Berlin
  confirm=$(await mailed_path confirm) || exit 1
  submit "$confirm" "password=$visitor_password"
  submit /login "email=$visitor_address" "password=$visitor_password"
  FORM=/alerts/new submit /alerts name=Bench "q=$2" remote=also cad=instant
}
