export interface PageFiles {
  /** As `asWebviewUri` gives them. */
  readonly script: string;
  readonly style: string;
  /** Made anew for each page. */
  readonly nonce: string;
  readonly language: string;
  /** Plain text. */
  readonly title: string;
}

/**
 * The document that the status page starts as: nothing but its script and its style, which nothing else may join. What it
 * shows comes in messages.
 */
export function statusPageHtml({ script, style, nonce, language, title }: PageFiles): string {
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escapeHtml(style)}">
<script defer nonce="${nonce}" src="${escapeHtml(script)}"></script>
</head>
<body></body>
</html>
`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, character => escapes[character] ?? character);
}
