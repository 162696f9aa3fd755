import { type CopiedRequest, tokenVariable, unprintable } from './copiedRequest.ts';

/**
 * The request as a command of PowerShell, Windows PowerShell 5.1 included. Whatever stands in it is taken literally, but for
 * the token's variable.
 */
export function powerShellCommand({ url, headers, bodyFile }: CopiedRequest): string {
  const { 'Content-Type': contentType = '', ...others } = headers;
  return [
    '$headers = @{',
    `  'Authorization' = "Bearer $env:${tokenVariable}"`,
    ...Object.entries(others).map(([name, value]) => `  ${powerShellText(name)} = ${powerShellText(value)}`),
    '}',
    // Windows PowerShell takes the content type from its parameter only.
    `Invoke-RestMethod -Method Post -Uri ${powerShellText(url)} -Headers $headers -ContentType ${powerShellText(contentType)} -InFile ${fileArgument(bodyFile)}`,
  ].join('\n');
}

/** `-InFile` takes its path for a pattern, in which a backtick makes the next character an ordinary one (about_Wildcards). */
function fileArgument(path: string): string {
  return powerShellText(path.replaceAll(/[[\]*?`]/g, '`$&'));
}

/**
 * An expression that is the text and nothing else (about_Quoting_Rules; PowerShell takes typographic quotes for the
 * straight one).
 */
function powerShellText(text: string): string {
  const pieces = text
    .split(new RegExp(`(${unprintable.source})`, 'u'))
    .filter(piece => piece !== '')
    .map(piece => (unprintable.test(piece) ? `[char]0x${(piece.codePointAt(0) ?? 0).toString(16)}` : quoted(piece)));
  // What stands first makes the sum a text.
  return pieces.length === 1 && !unprintable.test(text) ? pieces.join('') : `('' + ${pieces.join(' + ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}
