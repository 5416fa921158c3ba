# Benchmarks that are Java programs: builds them, and runs them on the newest JDK. Sourced.

. "$here/lib/turn.sh"
. "$root/deploy/local/common.sh"
JAVA_HOME=$(find_java) || exit 1
export JAVA_HOME

benchmarks=$root/deploy/bench/target
measured=(events deploy/testkit matcher-service deploy/bench)

# Builds the benchmarks and what they measure, without tests, if a source is newer, or if another JDK has built them as well.
build_benchmarks() {
  [ -e "$benchmarks/bench.jar" ] && [ "$(find "$benchmarks/libs" -name 'lucene-monitor-*.jar' 2>/dev/null | wc -l)" = 1 ] \
    && [ -z "$(cd "$root" && find pom.xml "${measured[@]/%//pom.xml}" "${measured[@]/%//src/main}" \
    -newer "$benchmarks/bench.jar" -print -quit)" ] && return
  printf 'Building the benchmarks with Java from %s ...\n' "$JAVA_HOME" >&2
  # Another JDK takes another Lucene: two of them on one class path fit nothing.
  rm -rf "$benchmarks/libs"
  (cd "$root" && mvn --batch-mode -Pbench -Dmaven.test.skip=true -Dquarkus.build.skip=true -pl deploy/bench -am package) \
    </dev/null >"$root/.local/bench-build.log" 2>&1 {turn}>&- || {
    grep '^\[ERROR\]' "$root/.local/bench-build.log" | head -20 >&2
    fail "The build failed; all of its output is in $root/.local/bench-build.log."
  }
}

# Runs a class with these flags of the JVM before it and these arguments behind.
run_java() {
  local flags=(-XX:+UseParallelGC "-Dearlybrd.root=$root") version
  version=$(java_version "$JAVA_HOME")
  # As the services run; what makes Lucene fast; and no remarks about what JMH calls.
  [ "$version" -ge 25 ] && flags+=(-XX:+UseCompactObjectHeaders --sun-misc-unsafe-memory-access=allow --add-modules=jdk.incubator.vector)
  "$JAVA_HOME/bin/java" "${flags[@]}" -cp "$benchmarks/bench.jar:$benchmarks/libs/*" "$@" {turn}>&-
}

build_benchmarks
