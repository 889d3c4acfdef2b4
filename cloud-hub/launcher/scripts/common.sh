# shellcheck shell=bash
# What run, check and bench share: one-sentence errors, the two preconditions and Debian packages.
# Sourced with ROOT set to the repository's top folder.

JDK_RELEASE=25
NODE_MINIMUM=20.19
export DEBIAN_FRONTEND=noninteractive
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf '· %s\n' "$*"; }

# One sentence that says what is wrong and what to do, then exit status 2.
fail() {
  printf '%s: %s\n' "${PROGRAM:-wuduan}" "$*" >&2
  exit 2
}

# Prints the feature release of the JDK in folder $1, or nothing when it is not a JDK.
jdk_release_of() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Exports JAVA_HOME and puts it first on PATH. Maven and every program of ours run on this JDK.
find_jdk() {
  local folder release
  for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* /usr/local/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    release=$(jdk_release_of "$folder")
    if [ "${release:-0}" -ge "$JDK_RELEASE" ]; then
      export JAVA_HOME=$folder PATH="$folder/bin:$PATH"
      return 0
    fi
  done
  fail "JDK $JDK_RELEASE was not found: install one (for example Temurin $JDK_RELEASE from adoptium.net) and set JAVA_HOME to its folder."
}

find_node() {
  local found
  found=$(node --version 2>/dev/null | tr -d v) || found=
  if [ -z "$found" ] || ! printf '%s\n%s\n' "$NODE_MINIMUM" "$found" | sort -V -C; then
    fail "Node.js $NODE_MINIMUM or newer is needed and ${found:-none} was found: install it from nodejs.org or your distribution."
  fi
  command -v npm >/dev/null || fail "npm was not found beside Node.js: install the package npm."
}

# The command or file that shows that package $1 is there, whoever installed it.
sign_of() {
  case $1 in
    janus-tools) echo janus-pp-rec ;;
    dbus) echo dbus-daemon ;;
    iproute2) echo ip ;;
    maven) echo mvn ;;
    fonts-noto-cjk) echo /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ;;
    *) echo "$1" ;;
  esac
}

is_installed() {
  local sign
  sign=$(sign_of "$1")
  case $sign in
    /*) [ -e "$sign" ] ;;
    *) command -v "$sign" >/dev/null || [ -x "/usr/sbin/$sign" ] || [ -x "/sbin/$sign" ] ;;
  esac
}

# Installs the Debian packages $@ that are missing. Needs root; without it says exactly what to type.
need_packages() {
  local package log missing=()
  for package; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail "missing ${missing[*]}: run 'sudo apt-get install --no-install-recommends ${missing[*]}' (or your distribution's packages) and start again."
  fi
  say "installing ${missing[*]}"
  log="$ROOT/target/install.log"
  mkdir -p "$ROOT/target"
  { apt-get update -q && apt-get install -yq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null ||
    fail "installing ${missing[*]} failed: see target/install.log, mend the network or the package sources, and start again."
}
