#!/usr/bin/env bash
# Makes the base of one image without any registry: a Java runtime of the modules it needs, the C libraries that runtime
# loads, CA certificates, a user, /tmp. The image's own build calls it, for its jar has to be there: build.sh --base local.
#
#   deploy/images/base.sh detector|generator JAR        JAR: with all of the image's classes
#
# Writes deploy/target/images/base-NAME.tar, which jib takes; the same machine makes the same bytes again.
set -euo pipefail
name="${1:-}"
jar="${2:-}"
case "$name:${jar:+jar}" in
  detector:jar | generator:jar) ;;
  *) sed -n '2,/^set/{/^#/p}' "$0" | cut -c3-; [ "$name" = --help ] && exit 0 || exit 2 ;;
esac
fail() { echo "base.sh: $*" >&2; exit 1; }
root="$(cd "$(dirname "$0")/../.." && pwd)"
images="$root/deploy/target/images"
java_home="${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}"
[ -d "$java_home/jmods" ] || fail "$java_home has no jmods; set JAVA_HOME to a whole JDK 17"
certificates=/etc/ssl/certs/ca-certificates.crt
[ -s "$certificates" ] || fail "no $certificates; install the package ca-certificates"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
layer="$work/layer"
mkdir -p "$images" "$layer"/{etc/ssl/certs,opt,tmp,usr/lib,usr/lib64}
ln -s usr/lib "$layer/lib"
ln -s usr/lib64 "$layer/lib64"

# What the classes name, and what is asked for only while running: names of hosts, elliptic curves of TLS, and of the
# detector the character sets that its clients' files may be written in.
asked=java.naming,jdk.crypto.ec
[ "$name" != detector ] || asked+=,jdk.charsets
modules="$("$java_home/bin/jdeps" --multi-release 17 --ignore-missing-deps --print-module-deps "$jar")"
"$java_home/bin/jlink" --add-modules "$modules,$asked" --strip-java-debug-attributes --no-header-files \
  --no-man-pages --compress 2 --output "$layer/opt/java"
# The module of java.beans brings windows, fonts and sound: their native code would want half of a desktop's libraries.
rm -f "$layer"/opt/java/lib/lib{awt,awt_headless,awt_xawt,fontmanager,javajpeg,jawt,jsound,lcms,mlib_image,splashscreen}.so
# Debian links the store of certificates to one outside of the JDK.
rm -f "$layer/opt/java/lib/security/cacerts"
cp -L "$java_home/lib/security/cacerts" "$layer/opt/java/lib/security/cacerts"
cp -L "$certificates" "$layer/etc/ssl/certs/"

# The libraries the runtime is linked to, and those that jars bring native code for (SQLite, Lambda's client) need as well.
find "$layer/opt/java" -type f \( -name '*.so' -o -path '*/bin/*' \) -print0 |
  LD_LIBRARY_PATH="$layer/opt/java/lib:$layer/opt/java/lib/server" xargs -0 ldd 2>/dev/null |
  sed -n -e 's/.*=> \(\/[^ ]*\) (.*/\1/p' -e 's/^[[:space:]]*\(\/[^ ]*\) (.*/\1/p' | grep -v "^$layer" >"$work/libraries"
for library in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libgcc_s.so.1 libstdc++.so.6; do
  ldconfig -p | sed -n "s/^[[:space:]]*${library//+/\\+} .*x86-64.* => //p;s/^[[:space:]]*${library//+/\\+} .*AArch64.* => //p" | head -1
done >>"$work/libraries"
sort -u "$work/libraries" | while read -r library; do
  case "$library" in
    /lib64/* | /usr/lib64/*) cp -L "$library" "$layer/usr/lib64/" ;;
    */ld-linux-*) cp -L "$library" "$layer/usr/lib/" ;;
    *) mkdir -p "$layer/usr/lib/$(basename "$(dirname "$library")")"
       cp -L "$library" "$layer/usr/lib/$(basename "$(dirname "$library")")/" ;;
  esac
done

# Whose they are; the runtime has its own in legal/.
sort -u "$work/libraries" | while read -r library; do
  file="$(readlink -f "$library")"
  package="$(dpkg-query --search "$file" "${file#/usr}" 2>/dev/null | head -1 | cut -d: -f1 || true)"
  [ -z "$package" ] || install -D -m 644 "/usr/share/doc/$package/copyright" "$layer/usr/share/doc/$package/copyright"
done

printf 'root:x:0:0:root:/:/sbin/nologin\ntidewatch:x:10001:10001:Tidewatch:/tmp:/sbin/nologin\n' >"$layer/etc/passwd"
printf 'root:x:0:\ntidewatch:x:10001:\n' >"$layer/etc/group"
printf 'hosts: files dns\n' >"$layer/etc/nsswitch.conf"
chmod -R u=rwX,go=rX "$layer"
chmod 1777 "$layer/tmp"

# As `docker save` writes it: one layer, its configuration, and the list of both.
tar --create --file "$work/layer.tar" --directory "$layer" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
  --format=gnu .
digest="$(sha256sum "$work/layer.tar" | cut -d' ' -f1)"
case "$(uname -m)" in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; *) fail "no images for $(uname -m)" ;; esac
cat >"$work/config.json" <<JSON
{"architecture":"$architecture","os":"linux","created":"1970-01-01T00:00:00Z","config":{"Env":["PATH=/opt/java/bin","JAVA_HOME=/opt/java","LANG=C.UTF-8","SSL_CERT_FILE=$certificates"]},"rootfs":{"type":"layers","diff_ids":["sha256:$digest"]},"history":[{"created":"1970-01-01T00:00:00Z","created_by":"deploy/images/base.sh"}]}
JSON
echo '[{"Config":"config.json","RepoTags":null,"Layers":["layer.tar"]}]' >"$work/manifest.json"
tar --create --file "$images/base-$name.tar" --directory "$work" --mtime=@0 --owner=0 --group=0 --numeric-owner \
  manifest.json config.json layer.tar
echo "base of $name: modules $modules,$asked; $(du -m "$images/base-$name.tar" | cut -f1) MB before compression"
