#!/usr/bin/env bash
# Makes the container images of the detector server and of the generator's Lambda function, without a Docker engine.
#
#   deploy/images/build.sh [--base registry|local] [--architecture amd64|arm64] [detector|generator]
#
#   --base registry      (default) on a JRE and on Lambda's Java image; DETECTOR_BASE and GENERATOR_BASE name others, such
#                        as eclipse-temurin:17-jre@sha256:…
#   --base local         on a base made here of this machine's JDK and C library: no registry is asked
#   --architecture ARCH  of a base of the registry; default amd64. A local base is of this machine's.
#
# Writes deploy/target/images/NAME.tar (docker load, skopeo copy docker-archive:NAME.tar docker://…) and prints of each its
# size and digest; built again from the same commit, they are the same. Environment: IMAGE_SOURCE, the address of the source
# that the labels name; default that of the remote "origin".
set -euo pipefail
usage() { sed -n '2,/^set/{/^#/p}' "$0" | cut -c3-; }
fail() { echo "build.sh: $*; see --help" >&2; exit 2; }
base=registry
architecture=""
names=()
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage; exit 0 ;;
    --base) base="${2:-}"; shift ;;
    --architecture) architecture="${2:-}"; shift ;;
    detector | generator) names+=("$1") ;;
    *) fail "'$1' is neither an option nor an image" ;;
  esac
  shift
done
case "$base" in registry | local) ;; *) fail "--base is registry or local, not '$base'" ;; esac
case "$(uname -m)" in aarch64) own=arm64 ;; *) own=amd64 ;; esac
[ "$base" = registry ] || [ "${architecture:-$own}" = "$own" ] || fail "a local base is of this machine's architecture, $own"
[ "$base" = registry ] && architecture="${architecture:-amd64}" || architecture="$own"
case "$architecture" in amd64 | arm64) ;; *) fail "--architecture is amd64 or arm64, not '$architecture'" ;; esac
[ ${#names[@]} -gt 0 ] || names=(detector generator)

root="$(cd "$(dirname "$0")/../.." && pwd)"
images="$root/deploy/target/images"
mkdir -p "$images"
cd "$root"
source="${IMAGE_SOURCE:-$(git remote get-url origin 2>/dev/null | grep '^https://[^@]*$' || true)}"
arguments=("-Dimage.architecture=$architecture" "-Dimage.source=${source:-unknown}"
  "-Dimage.revision=$(git rev-parse HEAD 2>/dev/null || echo unknown)")
for name in "${names[@]}"; do
  arguments+=("-D$name.image.file=$images/$name.tar")
  given="${name^^}_BASE"
  case "$base" in
    local) arguments+=("-Dimage.base.skip=false" "-D$name.image.base=tar://$images/base-$name.tar") ;;
    registry) [ -z "${!given:-}" ] || arguments+=("-D$name.image.base=${!given}") ;;
  esac
done
[ "$base" = registry ] || arguments+=(--offline)
modules="$(IFS=,; echo "${names[*]}")"
# Only the modules of images: the profile would make one of each module that is built on the way.
./mvnw --batch-mode --no-transfer-progress -q -Pimage -Dmaven.test.skip=true "${arguments[@]}" -pl "$modules" -am package
for name in "${names[@]}"; do
  digest="$(tar -xOf "$images/$name.tar" config.json | sha256sum | cut -d' ' -f1)"
  echo "$name: $(du -m "$images/$name.tar" | cut -f1) MB, image sha256:$digest, file sha256:$(sha256sum "$images/$name.tar" | cut -d' ' -f1)"
done
