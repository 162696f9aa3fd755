import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** The types of what {@link compileCheck} makes. */
export const checkTypes = `/** One thing that a value fails, as ajv tells it. */
export interface CheckError {
  /** Where in the value: a JSON pointer. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns whether the value follows the schema; \`errors\` holds everything that it fails. */
export interface Check {
  (value: unknown): boolean;
  readonly errors?: readonly CheckError[] | null;
}

export declare const checkBatch: Check;
export declare const checkDevice: Check;
`;

/**
 * Compiles the contract to an ES module that imports nothing: one check for a whole batch, one for a single device.
 *
 * What the extension's rules say better is left out: whether a batch is named and not empty, how a customer id is written,
 * how devices are identified.
 */
export function compileCheck({ required: _leftToRules, ...contract }) {
  const ajv = new Ajv({
    schemas: [{ ...strip(contract), $id: 'batch' }],
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, { checkBatch: 'batch', checkDevice: 'batch#/definitions/device' });
  if (code.includes('require(')) throw new Error('The compiled schema needs a module of ajv: use other keywords.');
  return code;
}

const textKeywords = 'title description markdownDescription examples defaultSnippets doNotSuggest enumDescriptions';
const keywordsLeftToRules = 'anyOf pattern minItems';
const dropped = new Set(`${textKeywords} ${keywordsLeftToRules}`.split(' '));

function strip(schema) {
  return JSON.parse(JSON.stringify(schema, (key, value) => (dropped.has(key) ? undefined : value)));
}
