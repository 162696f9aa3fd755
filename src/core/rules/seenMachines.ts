import { namesOf, textKeyOf, valuesOf } from './machine.ts';
import type { Machine } from './machine.ts';
import { Namesakes } from './namesakes.ts';
import type { Board } from './namesakes.ts';

/** Remembers the earliest machine of every kind. Its size grows with the number of machines, never with that of pairs. */
export class SeenMachines {
  readonly #byHashText = new Map<string, Machine>();
  readonly #byTpmKey = new Map<string, Machine>();
  readonly #byProductKey = new Map<string, Machine>();
  readonly #byName = new Map<string, Namesakes>();

  /** Machines are to be added in the order of their devices. */
  add(machine: Machine): void {
    remember(this.#byHashText, textKeyOf(machine), machine);
    remember(this.#byTpmKey, machine.tpmKey, machine);
    for (const productKey of valuesOf(machine.productKey)) remember(this.#byProductKey, productKey, machine);
    for (const name of namesOf(machine)) {
      const namesakes = this.#byName.get(name) ?? new Namesakes(machine);
      namesakes.add(machine, this.#boardOf(machine));
      this.#byName.set(name, namesakes);
    }
  }

  /** Returns the earliest that is the same machine; if there is none, the earliest of its serial number and maker. */
  earliest(machine: Machine): Machine | undefined {
    const namesakes = namesOf(machine).flatMap(name => this.#byName.get(name) ?? []);
    const same = [
      this.#byHashText.get(textKeyOf(machine) ?? ''),
      this.#byTpmKey.get(machine.tpmKey ?? ''),
      ...valuesOf(machine.productKey).map(productKey => this.#byProductKey.get(productKey)),
      ...namesakes.flatMap(group => group.withBoard(this.#boardOf(machine))),
    ];
    return earliestOf(same) ?? earliestOf(namesakes.map(({ first }) => first));
  }

  /** A TPM key has 512 characters; the index of the first device that has it stands for it. */
  #boardOf({ device, tpmKey, uuid }: Machine): Board {
    const owner = tpmKey === undefined ? undefined : (this.#byTpmKey.get(tpmKey)?.device ?? device);
    return { tpmKey: owner?.index.toString(), uuid };
  }
}

function remember(map: Map<string, Machine>, key: string | undefined, machine: Machine): void {
  if (key !== undefined && !map.has(key)) map.set(key, machine);
}

function earliestOf(machines: readonly (Machine | undefined)[]): Machine | undefined {
  return machines
    .filter(machine => machine !== undefined)
    .toSorted((a, b) => a.device.index - b.device.index)
    .at(0);
}
