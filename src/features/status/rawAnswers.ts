import type * as vscode from 'vscode';

import { indentJson } from '../../core/indentJson.ts';
import { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';
import { redact } from '../../platform/redact.ts';

/** What the service answered when it was asked about a job. */
export interface RawAnswer {
  readonly trackingId: string;
  /** As it came. */
  readonly json: string;
}

/** The service's answers as read-only documents, without secrets. */
export class RawAnswers implements vscode.Disposable {
  readonly #documents = new ReadOnlyDocuments('device-batch-answer');

  /** Shows an answer beside the page, in the place of an earlier one of the same job. */
  async show({ trackingId, json }: RawAnswer): Promise<void> {
    await this.#documents.show(`status-${trackingId}.json`, redact(indentJson(json)));
  }

  dispose(): void {
    this.#documents.dispose();
  }
}
