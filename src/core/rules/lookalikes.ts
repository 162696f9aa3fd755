import { type Machine, marksOf } from './machine.ts';

/** Finds the machines that have something in common with another, while machines come and go. */
export class Lookalikes {
  readonly #byMark = new Map<string, Machine[]>();
  readonly #shared = new Set<string>();

  add(machine: Machine): void {
    for (const mark of marksOf(machine)) {
      const others = this.#byMark.get(mark);
      if (others === undefined) {
        this.#byMark.set(mark, [machine]);
      } else {
        others.push(machine);
        this.#shared.add(mark);
      }
    }
  }

  remove(machine: Machine): void {
    for (const mark of marksOf(machine)) {
      const rest = this.#byMark.get(mark)?.filter(other => other !== machine) ?? [];
      if (rest.length > 0) {
        this.#byMark.set(mark, rest);
      } else {
        this.#byMark.delete(mark);
      }
      if (rest.length < 2) this.#shared.delete(mark);
    }
  }

  /** Every machine that shares a mark with another: no other can be a repeat or have one. */
  all(): ReadonlySet<Machine> {
    const machines = new Set<Machine>();
    for (const mark of this.#shared) {
      for (const machine of this.#byMark.get(mark) ?? []) machines.add(machine);
    }
    return machines;
  }
}
