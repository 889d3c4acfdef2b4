#!/usr/bin/env bash
# Keeps the launcher running: keep.sh ROOT [OPTION…]. When it is killed or hangs it is started again, and the new one
# adopts what the old one had started: a consultation goes on meanwhile. Every other end of it is the end of this script,
# with the same status. Wants JAVA_HOME.
set -uo pipefail
ROOT=$1
shift

# It beats every five seconds; a first start unpacks and makes a database before the first beat. A test waits less.
SILENT_SECONDS_MAX=${LAUNCHER_SILENT_SECONDS_MAX:-60}
AGAIN_AFTER_SECONDS=1
ending=
launcher=

# One that was stopped is let go on, so that it hears that it shall end.
end_launcher() {
  ending=yes
  if [ -n "$launcher" ]; then kill -TERM "$launcher" && kill -CONT "$launcher"; fi 2>/dev/null
}
trap end_launcher INT TERM HUP

exec 5>&1
while [ -z "$ending" ]; do
  # Its beats come through descriptor 3; what it says goes where this script's own words go.
  exec 4< <(exec "$JAVA_HOME/bin/java" -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders \
    -Dwuduan.beat=/dev/fd/3 -cp "$ROOT/cloud-hub/launcher/target/launcher.jar:$ROOT/cloud-hub/launcher/target/lib/*" \
    org.wuduan.launcher.Launcher --root "$ROOT" "$@" 3>&1 1>&5 5>&-)
  launcher=$!
  while :; do
    read -r -t "$SILENT_SECONDS_MAX" -u 4 _
    heard=$?
    # 1: nobody holds the other end any more, it has ended; above 128: silence, or a signal came.
    [ "$heard" -eq 1 ] && break
    if [ "$heard" -gt 128 ] && [ -z "$ending" ]; then
      echo "· the launcher is silent: it is ended and started again; what it started goes on" >&5
      kill -KILL "$launcher" 2>/dev/null
    fi
  done
  # A trapped signal ends a wait early.
  until wait "$launcher"; status=$?; ! kill -0 "$launcher" 2>/dev/null; do :; done
  exec 4<&-
  # Above 128 a signal ended it. Those that ask it to end are answered by an orderly end, and are no reason to go on.
  case $status in
    129 | 130 | 143) exit "$status" ;;
    *) [ "$status" -gt 128 ] || exit "$status" ;;
  esac
  [ -n "$ending" ] && exit "$status"
  echo "· the launcher was killed (status $status) and is started again; what it started goes on" >&5
  sleep "$AGAIN_AFTER_SECONDS"
done
