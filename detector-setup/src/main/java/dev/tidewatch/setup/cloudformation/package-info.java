/**
 * Detectors that CloudFormation made: {@link dev.tidewatch.setup.cloudformation.TemplateImport}
 * makes the YAML file of a template, {@link dev.tidewatch.setup.cloudformation.TemplateWriter} a
 * template of the file.
 */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.cloudformation;
