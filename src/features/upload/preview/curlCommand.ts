import { type CopiedRequest, tokenVariable, unprintable } from './copiedRequest.ts';

/** The request as a command of cURL, for bash and zsh. Whatever stands in it is taken literally, but for the token's variable. */
export function curlCommand({ url, headers, bodyFile }: CopiedRequest): string {
  return [
    // Without globbing, cURL reads neither braces nor brackets of an address.
    `curl --globoff --request POST ${bashWord(url)}`,
    `--header "Authorization: Bearer $${tokenVariable}"`,
    ...Object.entries(headers).map(([name, value]) => `--header ${bashWord(`${name}: ${value}`)}`),
    `--data-binary ${bashWord(`@${bodyFile}`)}`,
  ].join(' \\\n  ');
}

/** One word for bash and zsh that is the text and nothing else (Bash Reference Manual, "Quoting"). */
function bashWord(text: string): string {
  return unprintable.test(text)
    ? `$'${text.replaceAll(new RegExp(`['\\\\]|${unprintable.source}`, 'gu'), escaped)}'`
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** By bytes: bash 3.2, which macOS has, knows no other escape beyond ASCII. */
function escaped(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map(byte => String.raw`\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
}
