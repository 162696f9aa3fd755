import type { Locator } from 'playwright-core';

/**
 * The lines a text editor shows, from top to bottom. Monaco draws only the lines in view, in no certain order.
 *
 * @param editor an element with one editor in it
 */
export async function shownLines(editor: Locator): Promise<readonly string[]> {
  return editor.locator('.view-lines .view-line').evaluateAll(lines =>
    lines
      .map(line => ({ top: Number.parseFloat(line.style.top), text: line.textContent.replaceAll('\u00A0', ' ') }))
      .toSorted((one, other) => one.top - other.top)
      .map(({ text }) => text),
  );
}
