import type { Span } from './span.ts';
import type { SyntaxFault, SyntaxFaultKind } from './syntaxFault.ts';

/** What can be read all the same, and what spoils only the string it stands in; all else spoils what follows. */
const effects: Readonly<Partial<Record<SyntaxFaultKind, 'none' | 'local'>>> = {
  comment: 'none',
  'trailing-comma': 'none',
  escape: 'local',
  'control-character': 'local',
};

/** Collects syntax faults so that one slip is told once: after a fault that spoils what follows, it is quiet until told otherwise. */
export class FaultLog {
  readonly #faults: SyntaxFault[] = [];
  #damage = 0;
  #quiet = false;

  get faults(): readonly SyntaxFault[] {
    return this.#faults;
  }

  /** How many faults, told or not, spoiled something so far. */
  get damage(): number {
    return this.#damage;
  }

  report(kind: SyntaxFaultKind, span: Span): void {
    const effect = effects[kind] ?? 'lasting';
    if (effect !== 'none') this.#damage += 1;
    if (this.#quiet && kind !== 'comment') return;
    this.#quiet ||= effect === 'lasting';
    this.#faults.push({ kind, span });
  }

  /** The reader has its bearings again: what is wrong from here on is another fault. */
  recover(): void {
    this.#quiet = false;
  }
}
