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

# Something is stale if it changed after the last complete build; folders count, so that removed files do too,
# all but the modules' own, in which the build itself makes target.
is_built() {
  local stamp=$root/target/built
  [ -f "$stamp" ] || return 1
  (cd "$root" && [ ! pom.xml -nt target/built ] && [ -z "$(find $modules config bin -mindepth 1 \( -name target -o -name corpus \) -prune -o -newer target/built -print -quit)" ])
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
    make_caches
    mv "$root/target/building" "$root/target/built"
  fi
  exec 9>&-
}

class_path() { printf '%s' "$root/$1/target/$2.jar:$root/$1/target/lib/*"; }

# The caches hold loaded classes and what the compiler learnt about them, so that short commands start in a fraction
# of a second and long ones are quick from the beginning. They belong to one JDK build. The one for short commands is
# small, since it is read at each start; those for long commands and for the server are made by one small backup and
# restore on this machine. Without any of them programs are slower and do the same.
make_caches() {
  local folder=$root/target/rehearsal server= url= word
  rm -rf "$folder" "$root"/target/holdfast-{short,long,server}.aot
  mkdir -p "$folder/phone"
  "$jdk/bin/java" "${jvm_common[@]}" -Xmx256m -cp "$(class_path sample holdfast-sample)" dev.holdfast.sample.Main "$folder/phone" --messages 30000 --media 160 --media-bytes 60000000 >/dev/null 2>&1 || true
  "$jdk/bin/java" -XX:AOTCacheOutput="$root/target/holdfast-server.aot" "${jvm_common[@]}" "${jvm_server[@]}" -cp "$(class_path server holdfast-server)" dev.holdfast.server.Main \
    --home "$folder/server" --listen 127.0.0.1:0 --set release.wait-floor=1s --set release.wait-device=1s >"$folder/out" 2>/dev/null </dev/null &
  server=$!
  for word in {1..100}; do
    url=$(grep -o 'http://[^ ]*' "$folder/out" 2>/dev/null) && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  rehearse short
  [ -z "$url" ] || rehearse long "$url" "$folder"
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$folder"
}

rehearse() {
  "$jdk/bin/java" -XX:AOTCacheOutput="$root/target/holdfast-$1.aot" "${jvm_common[@]}" "${jvm_client[@]}" -cp "$(class_path cli holdfast-cli)" dev.holdfast.cli.Rehearsal "${@:2}" >/dev/null 2>&1 </dev/null || true
}

jvm_common=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData)
# A command lives for seconds: what is worth the slow compiler has to be hotter than in a program that runs for days.
jvm_client=(-Xmx240m -Xmn48m -Djdk.httpclient.bufsize=131072
  -XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=3000 -XX:Tier4CompileThreshold=75000 -XX:Tier4BackEdgeThreshold=200000)
jvm_server=(-Xmx192m -XX:+ExitOnOutOfMemoryError)
