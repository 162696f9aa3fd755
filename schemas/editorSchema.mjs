/** What a schema says to people; what it demands is left behind. */
const texts = new Set(['title', 'description', 'markdownDescription', 'examples', 'defaultSnippets']);

/**
 * Makes the schema for VS Code's JSON service out of the contract: names, texts, snippets and enumerations, but nothing that a
 * document could fail, because the extension reports all faults itself.
 *
 * Names in PascalCase get their hover through `patternProperties`, which completion does not list.
 *
 * @param {object} contract a draft-07 schema
 * @param {object} options more keywords for its root
 */
export function editorSchema(contract, options = {}) {
  const definitions = Object.entries(contract.definitions).filter(([, schema]) => 'description' in schema);
  return {
    $schema: contract.$schema,
    ...options,
    ...withoutAssertions(contract),
    definitions: Object.fromEntries(definitions.map(([name, schema]) => [name, withoutAssertions(schema)])),
  };
}

function withoutAssertions(schema) {
  if ('$ref' in schema) return { $ref: schema.$ref };
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => texts.has(keyword)));
  if ('properties' in schema) {
    const properties = Object.entries(schema.properties).map(([name, value]) => [name, withoutAssertions(value)]);
    kept.properties = Object.fromEntries(properties);
    kept.patternProperties = Object.fromEntries(
      properties.filter(([name]) => /^[a-z]/.test(name)).map(([name, value]) => [`^${pascalCase(name)}$`, value]),
    );
  }
  if ('items' in schema) kept.items = withoutAssertions(schema.items);
  if ('enum' in schema) kept.anyOf = [{ enum: schema.enum, enumDescriptions: schema.enumDescriptions }, {}];
  return kept;
}

function pascalCase(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
