#!/usr/bin/env bash
# Writes docs/third-party.md: whose work is shipped, and under which licences. Fails when a library has none that is
# allowed (pom.xml, profile release); of one that names none, deploy/licences/overrides.properties says it.
#
#   deploy/licences.sh [--check]     --check: only says whether docs/third-party.md is stale
#
# Builds the jars, without tests.
set -euo pipefail
check=""
case "${1:-}" in
  "") ;;
  --check) check=yes ;;
  *) sed -n '2,/^set/{/^#/p}' "$0" | cut -c3-; [ "$1" = --help ] && exit 0 || exit 2 ;;
esac
cd "$(dirname "$0")/.."
document=docs/third-party.md
release=(./mvnw --batch-mode --no-transfer-progress -q -Prelease -Dmaven.test.skip=true)
"${release[@]}" -Pimage -Djib.skip=true -pl etl,detector,detector-setup,generator,deploy -am package

scripts() { # what lies in the console beside our own, one folder NAME-VERSION each
  for folder in detector/src/main/resources/dev/tidewatch/detector/console/vendor/*/; do
    name="$(basename "$folder")"
    grep -qs 'Permission is hereby granted, free of charge' "$folder/LICENSE" ||
      { echo "licences.sh: $folder has no LICENSE, or not MIT's" >&2; return 1; }
    echo "| JavaScript: ${name%-*} | ${name##*-} | MIT |"
  done
}

written="$(mktemp)"
trap 'rm -f "$written"' EXIT
{
  cat deploy/licences/head.md
  {
    cat {etl,detector,detector-setup,generator,deploy}/target/third-party.txt | grep '^|'
    scripts
  } | LC_ALL=C sort -u
} >"$written"
if [ -z "$check" ]; then
  cp "$written" "$document"
  echo "$document: $(grep -c '^| .*:' "$document") libraries"
elif diff "$document" "$written"; then
  echo "$document is up to date: $(grep -c '^| .*:' "$document") libraries"
else
  echo "$document is stale: run deploy/licences.sh" >&2
  exit 1
fi
