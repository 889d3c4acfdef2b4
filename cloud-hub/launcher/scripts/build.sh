# shellcheck shell=bash
# Builds what changed since the last build. A stamp is a checksum over contents, so that a fresh clone,
# a switched branch and an untouched tree are all judged rightly; timestamps would not do.
# Sourced after common.sh; works in $ROOT.

STAMPS="$ROOT/target/stamps"
JAVA_PROGRAMS=cloud-hub/signed,cloud-hub/hub,tv-client/wearables,tv-client/box,cloud-hub/launcher,cloud-hub/durability
WEB_CLIENTS="tv-client/screen doctor-client family-mobile cloud-hub/admin-client"

# A checksum over the contents of every source file below the folders and files $@.
checksum_of() {
  (cd "$ROOT" && find "$@" \( -name target -o -name dist -o -name node_modules -o -name .git \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

is_current() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }

mark_current() { mkdir -p "$STAMPS" && printf '%s\n' "$2" >"$STAMPS/$1"; }

# Runs $2… with its output in target/build/$1.log and shows the log's end when it fails.
logged() {
  local log="$ROOT/target/build/$1.log" started=$SECONDS
  mkdir -p "${log%/*}"
  if ! (cd "$ROOT" && "${@:2}") >"$log" 2>&1 </dev/null; then
    tail -n 40 "$log" >&2
    fail "building ($1) failed: the lines above are the end of target/build/$1.log."
  fi
  say "  done in $((SECONDS - started)) s"
}

java_sources() {
  local parts
  mapfile -t parts < <(cd "$ROOT" && find cloud-hub media tv-client \( -name node_modules -o -name target -o -name dist \) -prune \
    -o \( -path '*/src/main' -o -name pom.xml \) -print)
  checksum_of pom.xml .mvn cloud-hub/contract/schemas "${parts[@]}"
}

java_is_built() {
  [ -f "$ROOT/cloud-hub/hub/target/hub-exec.jar" ] && [ -d "$ROOT/cloud-hub/launcher/target/lib" ] &&
    [ -d "$ROOT/cloud-hub/signed/target/lib" ] &&
    [ -d "$ROOT/tv-client/box/target/lib" ] && [ -d "$ROOT/tv-client/wearables/target/lib" ] &&
    [ -d "$ROOT/cloud-hub/durability/target/lib" ]
}

web_sources() { checksum_of package-lock.json package.json tsconfig.base.json cloud-hub/contract/web cloud-hub/web-kit media/call-web "$1"; }

install_npm() {
  local now
  now=$(checksum_of package-lock.json package.json .npmrc)
  if ! is_current npm "$now" || [ ! -d "$ROOT/node_modules" ]; then
    say "installing npm packages"
    logged npm npm ci --no-audit --no-fund
    mark_current npm "$now"
  fi
}

build_web() {
  local client now
  install_npm
  for client in $WEB_CLIENTS; do
    [ -f "$ROOT/$client/vite.config.ts" ] || continue
    now=$(web_sources "$client")
    if ! is_current "web-${client//\//-}" "$now" || [ ! -f "$ROOT/$client/dist/index.html" ]; then
      say "building $client"
      logged "web-${client//\//-}" npm run build -w "$client"
      mark_current "web-${client//\//-}" "$now"
    fi
  done
}

build_java() {
  local now
  now=$(java_sources)
  if ! is_current java "$now" || ! java_is_built; then
    say "building the Java programs"
    logged java mvn -q -T2 -pl "$JAVA_PROGRAMS" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
    mark_current java "$now"
  fi
}

# The hub's program unpacked, with an archive of its classes beside it (AppCDS): so it starts in half the time. The archive
# holds what a start loads that finds no database; without an archive the program runs all the same.
build_hub_program() {
  local jar="$ROOT/cloud-hub/hub/target/hub-exec.jar" program="$ROOT/cloud-hub/hub/target/program" now
  now=$(cksum <"$jar")
  if ! is_current hub-program "$now" || [ ! -f "$program/hub-exec.jar" ]; then
    say "preparing the hub's program"
    rm -rf "$program"
    logged hub-program java -Djarmode=tools -jar "$jar" extract --destination "$program"
    archive_classes "$program" >"$ROOT/target/build/hub-archive.log" 2>&1 </dev/null || true
    mark_current hub-program "$now"
  fi
}

archive_classes() {
  local scratch
  scratch=$(mktemp -d)
  java -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED \
    "-XX:ArchiveClassesAtExit=$1/classes.jsa" -jar "$1/hub-exec.jar" --server.address=127.0.0.1 --server.port=0 \
    "--hub.web=$ROOT" "--hub.secrets=$scratch" "--hub.data=$scratch" --hub.operator-token=nobody --hub.demo=false \
    --hub.second-factor=required --hub.database.url=jdbc:postgresql://127.0.0.1:1/none --hub.database.user=nobody \
    --hub.database.password=nothing
  rm -rf "$scratch"
}

# Two builds of one tree at once would tear each other's files: the second waits.
build_all() {
  mkdir -p "$ROOT/target" 2>/dev/null || true
  if [ ! -w "$ROOT/target" ]; then
    fail "$ROOT can't be written, and building needs that: change its owner, or copy it to a folder of your own."
  fi
  exec 8>"$ROOT/target/build.lock"
  flock 8
  build_web
  build_java
  build_hub_program
  exec 8>&-
}

# The stories are no part of the programs: they are compiled, and know what they stand on, before the first one runs.
build_stories() {
  playwright_driver
  (cd "$ROOT" && mvn -q -pl cloud-hub/acceptance test-compile dependency:build-classpath -Dspotless.check.skip=true \
    -Dmdep.outputFile=target/classpath)
}

# Playwright's Java library without its 200 MB driver bundle: the same driver from npm, on this machine's Node.
playwright_driver() {
  local folder="$ROOT/cloud-hub/acceptance/target/playwright"
  mkdir -p "$folder"
  ln -sfn "$ROOT/node_modules/playwright-core" "$folder/package"
  ln -sfn "$(readlink -f "$(command -v node)")" "$folder/node"
}
