import { type CopiedRequest, tokenVariable, unprintable } from './copiedRequest.ts';

/** The request as an `.http` file, for the REST Client of VS Code and for Visual Studio, which share this notation. */
export function httpFileText({ url, headers, bodyFile }: CopiedRequest): string {
  return [
    `POST ${url} HTTP/1.1`,
    `Authorization: Bearer {{$processEnv ${tokenVariable}}}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    `< ${filePath(bodyFile)}`,
    '',
  ].join('\n');
}

/** Such a file has no way to quote: a path that would not stay one line, or be read as a variable, is left to the user. */
function filePath(path: string): string {
  return unprintable.test(path) || path.includes('{{') || path.trim() !== path ? './request.json' : path;
}
