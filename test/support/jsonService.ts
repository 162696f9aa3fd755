import { createRequire } from 'node:module';

import type * as jsonService from 'vscode-json-languageservice';

// Its module is UMD, whose names an import does not see.
const { ErrorCode, TextDocument, getLanguageService } = createRequire(import.meta.url)(
  'vscode-json-languageservice',
) as typeof jsonService;

const service = getLanguageService({});

/** Whether VS Code's JSON service finds `text` to be JSON or, with `jsonc`, JSON with comments and trailing commas. */
export async function jsonServiceAccepts(text: string, language: 'json' | 'jsonc'): Promise<boolean> {
  const document = TextDocument.create(`file:///a.${language}`, language, 1, text);
  const strictness = language === 'json' ? 'error' : 'ignore';
  const faults = await service.doValidation(document, service.parseJSONDocument(document), {
    comments: strictness,
    trailingCommas: strictness,
  });
  return faults.every(({ code }) => code === ErrorCode.DuplicateKey);
}
