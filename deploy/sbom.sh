#!/usr/bin/env bash
# Writes a bill of materials (CycloneDX 1.6) of each thing that is shipped: of the job's jar for both lines of Spark, the
# detector, detector-setup, the generator, and the submitting command. Fails when one does not name the AWS SDK's version.
#
#   deploy/sbom.sh
#
# Writes deploy/target/sbom/NAME.json and prints how many components each has. Builds the jars, without tests.
set -euo pipefail
[ $# = 0 ] || { sed -n '2,/^set/{/^#/p}' "$0" | cut -c3-; [ "$1" = --help ] && exit 0 || exit 2; }
cd "$(dirname "$0")/.."
sboms=deploy/target/sbom
release=(./mvnw --batch-mode --no-transfer-progress -q -Prelease -Dmaven.test.skip=true)
"${release[@]}" -Dspark.line=4.1 -pl etl -am package
"${release[@]}" -pl etl,detector,detector-setup,generator,deploy -am package
mkdir -p "$sboms"
cp etl/target/spark-4.1/sbom.json "$sboms/etl-spark-4.1.json"
cp etl/target/sbom.json "$sboms/etl-spark-3.5.json"
for module in detector detector-setup generator deploy; do cp "$module/target/sbom.json" "$sboms/$module.json"; done

# What lies in the console beside our own comes without a POM.
for folder in detector/src/main/resources/dev/tidewatch/detector/console/vendor/*/; do
  name="$(basename "$folder")"
  version="${name##*-}" name="${name%-*}"
  sed -i '/^  "components" : \[/r /dev/stdin' "$sboms/detector.json" <<JSON
    {
      "type" : "library",
      "bom-ref" : "pkg:npm/${name,,}@$version",
      "name" : "${name,,}",
      "version" : "$version",
      "licenses" : [ { "license" : { "id" : "MIT" } } ],
      "purl" : "pkg:npm/${name,,}@$version"
    },
JSON
done

sdk="$(sed -n 's/.*<aws.sdk.version>\(.*\)<.*/\1/p' pom.xml)"
for file in "$sboms"/*.json; do
  name="$(basename "$file" .json)"
  grep -q "pkg:maven/software.amazon.awssdk/sdk-core@$sdk" "$file" ||
    { echo "sbom.sh: $file does not name the AWS SDK $sdk" >&2; exit 1; }
  echo "$name: $(($(grep -c '^      "bom-ref" : "pkg:' "$file") - 1)) components, AWS SDK $sdk"
done
