# Sourced by the launchers: finds a JDK 25 and builds what is missing. Expects $root.

say() { printf 'holdfast: %s\n' "$*" >&2; }

# A Java home is good if its release file says 25 and it has a compiler; no Java is started to find out.
is_jdk25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null; }

find_jdk() {
  local home on_path
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk25 "$home"; then jdk=$home; return; fi
  done
  say 'no JDK 25 was found in JAVA_HOME, on PATH or under /usr/lib/jvm.'
  say 'hint: install one, for example Eclipse Temurin 25 from https://adoptium.net, or point JAVA_HOME to it.'
  exit 1
}

modules='kernel guard picture signalcli archive sample client cli vault desk server tour'

# Something is stale if it changed after the last complete build; folders count, so that removed files do too.
is_built() {
  local stamp=$root/target/built
  [ -f "$stamp" ] || return 1
  (cd "$root" && [ -z "$(find $modules pom.xml config bin \( -name target -o -name corpus \) -prune -o -newer target/built -print -quit)" ])
}

# Tests run the launchers in the middle of a build and say so.
build() {
  if [ -n "${HOLDFAST_NO_BUILD:-}" ] || is_built; then return; fi
  command -v mvn >/dev/null || { say 'Maven is needed to build and was not found.'; say 'hint: apt-get install maven'; exit 1; }
  mkdir -p "$root/target"
  exec 9>"$root/target/build.lock"
  flock 9 2>/dev/null || true
  if ! is_built; then
    say 'building (a few minutes the first time) …'
    touch "$root/target/building"
    if ! (cd "$root" && mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip package) >"$root/target/build.log" 2>&1; then
      grep -m 20 -E 'ERROR' "$root/target/build.log" >&2 || tail -n 20 "$root/target/build.log" >&2
      say "the build failed; the whole log is target/build.log"
      exit 1
    fi
    make_cache cli holdfast-cli dev.holdfast.cli.Rehearsal
    mv "$root/target/building" "$root/target/built"
  fi
  exec 9>&-
}

class_path() { printf '%s' "$root/$1/target/$2.jar:$root/$1/target/lib/*"; }

# The cache of loaded classes makes short commands start in a fraction of a second. It belongs to one JDK build.
make_cache() {
  local module=$1 jar=$2 main=$3
  rm -f "$root/target/$jar.aot"
  "$jdk/bin/java" -XX:AOTCacheOutput="$root/target/$jar.aot" "${jvm_common[@]}" -cp "$(class_path "$module" "$jar")" "$main" help >/dev/null 2>&1 </dev/null || true
}

jvm_common=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData)
