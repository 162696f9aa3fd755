import { setTimeout as sleep } from 'node:timers/promises';

/** What keeps this process alive, such as timers, servers and child processes, in comparison with an earlier moment. */
export class OpenResources {
  readonly #before = process.getActiveResourcesInfo();

  /** Resolves with the kinds of what has been opened since and does not close within a second. */
  async left(): Promise<readonly string[]> {
    let left = this.#opened();
    for (let attempts = 0; left.length > 0 && attempts < 50; attempts += 1) {
      await sleep(20, undefined, { ref: false });
      left = this.#opened();
    }
    return left;
  }

  #opened(): readonly string[] {
    const known = [...this.#before];
    return process.getActiveResourcesInfo().filter(kind => {
      const index = known.indexOf(kind);
      return index === -1 || known.splice(index, 1).length === 0;
    });
  }
}
