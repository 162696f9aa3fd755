import { watch } from 'node:fs';
import type * as vscode from 'vscode';

import { inFolder, ownFolder } from './recordFolder.ts';

/** What is told while records are watched. */
export interface RecordWatcher {
  /** A window, perhaps this one, wrote or removed the record with this id. Several changes at once may be told once. */
  readonly onChange: (id: string) => void;
  /** The system cannot watch the folder any longer, and nothing more is told. */
  readonly onError: (error: unknown) => void;
}

/**
 * Watches the folder of the records, which is made if there is none.
 *
 * @throws {RecordStoreError} if that cannot be done.
 */
export async function watchRecords(folder: string, { onChange, onError }: RecordWatcher): Promise<vscode.Disposable> {
  await inFolder('make', () => ownFolder(folder));
  const watcher = await inFolder('watch', async () => watch(folder));
  watcher.on('change', (_event, name) => {
    const id = /^([0-9a-f-]{36})\.json$/.exec(String(name))?.[1];
    if (id !== undefined) {
      onChange(id);
    }
  });
  watcher.on('error', onError);
  return { dispose: () => watcher.close() };
}
