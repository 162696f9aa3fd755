import type { Machine } from './machine.ts';

/** What tells a machine's main board from another: names of its TPM key and UUID, as far as they are known. */
export interface Board {
  readonly tpmKey: string | undefined;
  readonly uuid: string | undefined;
}

/** Stand for a TPM key or UUID that is not known, and for whatever it is. */
const unknown = '-';
const any = '*';

/** The machines of one serial number and maker. Finds one by its board in a step, however many there are. */
export class Namesakes {
  readonly first: Machine;
  readonly #byBoard = new Map<string, Machine>();

  constructor(first: Machine) {
    this.first = first;
  }

  /** Machines are to be added in their order, the first one too. */
  add(machine: Machine, board: Board): void {
    for (const key of boardKeys(board, part => [part ?? unknown, any])) {
      if (!this.#byBoard.has(key)) this.#byBoard.set(key, machine);
    }
  }

  /** Returns those with which `board` has nothing known in common that differs, the earliest of each kind. */
  withBoard(board: Board): readonly (Machine | undefined)[] {
    const keys = boardKeys(board, part => (part === undefined ? [any] : [part, unknown]));
    return keys.map(key => this.#byBoard.get(key));
  }
}

function boardKeys(board: Board, spellings: (part: string | undefined) => readonly string[]): readonly string[] {
  return spellings(board.tpmKey).flatMap(tpmKey => spellings(board.uuid).map(uuid => `${tpmKey}/${uuid}`));
}
