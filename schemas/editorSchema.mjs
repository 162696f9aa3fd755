/** What a schema says to people and to completion; what it demands is left behind. */
const kept = new Set(['title', 'description', 'markdownDescription', 'defaultSnippets', 'doNotSuggest']);

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
  const editor = Object.fromEntries(Object.entries(schema).filter(([keyword]) => kept.has(keyword)));
  if ('properties' in schema) {
    const properties = Object.entries(schema.properties).map(([name, value]) => [name, withoutAssertions(value)]);
    editor.properties = Object.fromEntries(properties);
    editor.patternProperties = Object.fromEntries(
      properties.filter(([name]) => /^[a-z]/.test(name)).map(([name, value]) => [`^${pascalCase(name)}$`, value]),
    );
  }
  if ('items' in schema) editor.items = withoutAssertions(schema.items);
  if ('enum' in schema) editor.anyOf = [{ enum: schema.enum, enumDescriptions: schema.enumDescriptions }, {}];
  // Completion then writes the quotes. Examples would be written too, and stay.
  if (isText(schema) && !('defaultSnippets' in schema)) editor.default = '';
  return editor;
}

function isText({ type }) {
  return [type].flat().includes('string');
}

function pascalCase(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
