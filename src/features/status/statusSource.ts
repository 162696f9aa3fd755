import type * as vscode from 'vscode';

import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { PageContent, SavedTarget } from '../../webview/protocol.ts';
import type { RawAnswer } from './rawAnswers.ts';

/** What a status page is about: an upload of the records, or a job that is known by its two ids only. */
export interface StatusSource extends vscode.Disposable {
  readonly target: SavedTarget;
  /** Fires when there is something new to show. */
  readonly onDidChange: vscode.Event<void>;
  content(): PageContent;
  /** What is only worth asking while somebody looks is not asked while nobody does. */
  setVisible(visible: boolean): void;
  /** Asks the service now, and the user to sign in if need be. What it finds is shown by and by. */
  refresh(): Promise<void>;
  /** The record, where there is one. */
  record(): UploadRecord | undefined;
  /** Lets the user decide how an upload that waits for that goes on. */
  decide(): Promise<void>;
  /** The status link of a part; `undefined` where it has none. */
  link(part: number): string | undefined;
  /** The service's present answer about a part; `undefined` where there is nothing to ask for. @throws what the client throws. */
  readAnswer(part: number, signal: AbortSignal): Promise<RawAnswer | undefined>;
  /** Ids, times and addresses. */
  supportDetails(): string;
}
