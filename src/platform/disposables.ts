import type * as vscode from 'vscode';

/** Owns disposables and disposes them in reverse order, once; what is added afterwards is disposed at once. */
export class DisposableStore implements vscode.Disposable {
  readonly #items: vscode.Disposable[] = [];
  #disposed = false;

  add<T extends vscode.Disposable>(item: T): T {
    if (this.#disposed) {
      item.dispose();
    } else {
      this.#items.push(item);
    }
    return item;
  }

  /** @throws {AggregateError} after disposing everything, if something could not be disposed. */
  dispose(): void {
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const item of this.#items.splice(0).toReversed()) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw new AggregateError(errors, 'Some disposables could not be disposed.');
    }
  }
}
