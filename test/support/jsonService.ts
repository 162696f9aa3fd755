import { createRequire } from 'node:module';

import type * as jsonService from 'vscode-json-languageservice';

// Its module is UMD, whose names an import does not see.
const { ClientCapabilities, ErrorCode, TextDocument, getLanguageService } = createRequire(import.meta.url)(
  'vscode-json-languageservice',
) as typeof jsonService;

type Language = 'json' | 'jsonc';

/** Whether VS Code's JSON service finds `text` to be JSON or, with `jsonc`, JSON with comments and trailing commas. */
export async function jsonServiceAccepts(text: string, language: Language): Promise<boolean> {
  const { service, document } = open(text, language);
  const strictness = language === 'json' ? 'error' : 'ignore';
  const faults = await service.doValidation(document, service.parseJSONDocument(document), {
    comments: strictness,
    trailingCommas: strictness,
  });
  return faults.every(({ code }) => code === ErrorCode.DuplicateKey);
}

/** What VS Code's JSON service has to say of `text` with a schema, in words. */
export async function jsonServiceProblems(
  text: string,
  language: Language,
  schema: object,
): Promise<readonly string[]> {
  const { service, document } = open(text, language, schema);
  const problems = await service.doValidation(document, service.parseJSONDocument(document), undefined, schema);
  return problems.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

/** What it offers at an offset of a document with a schema. */
export async function completionsAt(
  text: string,
  offset: number,
  schema: object,
): Promise<readonly { readonly label: string; readonly inserted: string }[]> {
  const { service, document } = open(text, 'json', schema);
  const position = document.positionAt(offset);
  const list = await service.doComplete(document, position, service.parseJSONDocument(document));
  return (list?.items ?? []).map(({ label, textEdit }) => ({ label, inserted: textEdit?.newText ?? label }));
}

/** What it shows at an offset of a document with a schema. */
export async function hoverAt(text: string, offset: number, schema: object): Promise<string> {
  const { service, document } = open(text, 'json', schema);
  const hover = await service.doHover(document, document.positionAt(offset), service.parseJSONDocument(document));
  return JSON.stringify(hover?.contents ?? '');
}

const plain = getLanguageService({});

function open(text: string, language: Language, schema?: object) {
  const document = TextDocument.create(`file:///batch.${language}`, language, 1, text);
  return { service: schema === undefined ? plain : serviceWith(schema), document };
}

function serviceWith(schema: object) {
  const service = getLanguageService({
    clientCapabilities: ClientCapabilities.LATEST,
  });
  service.configure({ validate: true, schemas: [{ uri: 'schema://device-batch', fileMatch: ['*'], schema }] });
  return service;
}
