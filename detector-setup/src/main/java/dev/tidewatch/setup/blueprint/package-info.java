/**
 * What shall be, as the YAML file says it: {@link dev.tidewatch.setup.blueprint.BlueprintFile}. Its
 * parts are the requests of the AWS SDK, so that nothing of the API can be left out.
 */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.blueprint;
