import type { Section } from './figures.ts';
import type { Patience } from './measure.ts';
export async function keystrokes(_: Patience): Promise<readonly Section[]> { return []; }
