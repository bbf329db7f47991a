// Validates CloudFormation templates with AWS's own validator: their schemas, cfn-lint's rules, security rules.
// Advice of the level INFO (which properties replace a resource, tags nobody asked for) is left out.
const path = require("node:path");
const {RegoEngine, TemplateFile} = require("@aws/cloudformation-validate");

const engine = new RegoEngine();
let found = 0;
for (const file of process.argv.slice(2)) {
  const {diagnostics} = engine.validateStandard(new TemplateFile(file));
  const faults = diagnostics.filter((each) => !["INFO", "DEBUG"].includes(each.severity));
  found += faults.length;
  console.log(`${path.basename(file)}: ${faults.length} faults by ${engine.listRules().length} rules`);
  for (const each of faults) {
    console.log(`  ${each.severity} ${each.ruleId} ${each.message}`);
  }
}
engine.free();
process.exit(found === 0 ? 0 : 1);
