/** What an answer's body holds, whatever its `Content-Type` says: some documented answers have none. */
export type Body =
  | { readonly is: 'json'; readonly value: unknown }
  /** HTML or XML: a gateway's or proxy's page, seldom the service's. */
  | { readonly is: 'markup'; readonly title: string | undefined }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'empty' };

const decoder = new TextDecoder();

/** Where a page's title stands, if it has one. */
const headLength = 4096;

/** The text of a body in UTF-8, without the byte-order mark that the service sometimes sends. Never throws. */
export function textOf(body: Uint8Array): string {
  return decoder.decode(body);
}

/** Reads a body. Never throws. */
export function readBody(body: Uint8Array): Body {
  const text = textOf(body).trim();
  if (text === '') {
    return { is: 'empty' };
  }
  if (text.startsWith('<')) {
    const title = /<title[^>]*>([^<]*)/i.exec(text.slice(0, headLength))?.[1]?.trim();
    return { is: 'markup', title: title === '' ? undefined : title };
  }
  try {
    return { is: 'json', value: JSON.parse(text) };
  } catch {
    return { is: 'text', text };
  }
}
