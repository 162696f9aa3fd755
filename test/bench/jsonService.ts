import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type * as JsonService from 'vscode-json-languageservice';

// Its module is UMD, whose names an import does not see.
const { getLanguageService, TextDocument } = createRequire(import.meta.url)('vscode-json-languageservice') as Pick<
  typeof JsonService,
  'getLanguageService' | 'TextDocument'
>;

const uri = 'file:///batch.devicebatch.json';
const schema = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../schemas/device-batch.schema.json'), 'utf8'),
) as object;

const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: 'schema://device-batch', fileMatch: ['*'], schema }] });

/** Lets VS Code's JSON service read and validate the text against our schema; returns the offsets of what it reports. */
export async function jsonServiceProblems(text: string): Promise<readonly number[]> {
  const document = TextDocument.create(uri, 'json', 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document));
  return problems.map(({ range }) => document.offsetAt(range.start));
}
