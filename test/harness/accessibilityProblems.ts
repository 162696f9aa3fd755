import axe, { type AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

/** What in a document keeps people out who use a keyboard, a screen reader or strong contrasts, by axe-core: one line each. */
export async function accessibilityProblems(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(async () => {
    const { axe: injected } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    return injected.run();
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
