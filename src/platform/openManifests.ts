import * as vscode from 'vscode';

import type { ManifestIndex } from '../core/manifest/manifestIndex.ts';
import type { TextSource } from '../core/manifest/textSource.ts';
import type { Check } from '../core/manifest/validate.ts';
import { type CheckPorts, checkInSlices } from './checkText.ts';
import { DisposableStore } from './disposables.ts';
import { inSlices } from './inSlices.ts';
import { manifestSelector } from './manifestSelector.ts';

/** One open manifest as it was checked: the facts and problems belong to exactly this version of the text. */
export interface CheckedManifest extends Check {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

/** Typing pauses this long before anything is told or checked as a whole; long enough to skip most half-typed words. */
const debounceMs = 150;

/**
 * Keeps every open manifest checked. A small change is taken in at once; after any other the whole text is checked once
 * typing pauses, in slices that leave the extension host free.
 *
 * Features read what was found here and are told when it changed; none of them parses a manifest itself.
 */
export class OpenManifests implements vscode.Disposable {
  readonly #ports: CheckPorts;
  readonly #store = new DisposableStore();
  readonly #entries = new Map<string, Entry>();
  readonly #checked = this.#store.add(new vscode.EventEmitter<CheckedManifest>());
  readonly #closed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());

  /** Fires when what was found in a manifest's present text is complete, and typing pauses. */
  readonly onDidCheck = this.#checked.event;
  /** Fires when a manifest was closed, renamed, or is no manifest any more. */
  readonly onDidClose = this.#closed.event;

  constructor(ports: CheckPorts) {
    this.#ports = ports;
    this.#store.add(vscode.workspace.onDidOpenTextDocument(document => this.#open(document)));
    this.#store.add(vscode.workspace.onDidCloseTextDocument(document => this.#close(document)));
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#entries.get(keyOf(document))?.follow(contentChanges);
        }
      }),
    );
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('deviceBatch')) {
          this.recheck();
        }
      }),
    );
    vscode.workspace.textDocuments.forEach(document => this.#open(document));
  }

  /** What was found in the document's present text; `undefined` while that is not checked yet or it is no manifest. */
  get(document: vscode.TextDocument): CheckedManifest | undefined {
    const checked = this.#entries.get(keyOf(document))?.checked;
    return checked?.version === document.version ? checked : undefined;
  }

  /** What was found in the document's present text, checking it first if need be; `undefined` if it is no manifest. */
  async current(document: vscode.TextDocument): Promise<CheckedManifest | undefined> {
    const entry = this.#entries.get(keyOf(document));
    if (entry === undefined) {
      return undefined;
    }
    return this.get(document) ?? entry.check();
  }

  /** Every manifest that is open and was checked at least once. */
  all(): readonly CheckedManifest[] {
    return [...this.#entries.values()].flatMap(({ checked }) => checked ?? []);
  }

  /** Checks every open manifest again, because something beside the texts changed. */
  recheck(): void {
    for (const entry of this.#entries.values()) {
      entry.schedule(0);
    }
  }

  dispose(): void {
    for (const entry of this.#entries.values()) {
      entry.dispose();
    }
    this.#entries.clear();
    this.#store.dispose();
  }

  #open(document: vscode.TextDocument): void {
    const key = keyOf(document);
    if (this.#entries.has(key) || vscode.languages.match(manifestSelector, document) === 0) {
      return;
    }
    const entry = new Entry(document, this.#ports, checked => this.#checked.fire(checked));
    this.#entries.set(key, entry);
    entry.schedule(0);
  }

  #close(document: vscode.TextDocument): void {
    const entry = this.#entries.get(keyOf(document));
    if (entry !== undefined) {
      entry.dispose();
      this.#entries.delete(keyOf(document));
      this.#closed.fire(document.uri);
    }
  }
}

/** One open manifest and the check that runs or waits for it. */
class Entry implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #ports: CheckPorts;
  readonly #report: (checked: CheckedManifest) => void;
  #timer: NodeJS.Timeout | undefined;
  #run = 0;
  #running: Promise<CheckedManifest | undefined> | undefined;
  /** That of the present text; `undefined` while that is not checked. */
  #index: ManifestIndex | undefined;

  checked: CheckedManifest | undefined;

  constructor(document: vscode.TextDocument, ports: CheckPorts, report: (checked: CheckedManifest) => void) {
    this.#document = document;
    this.#ports = ports;
    this.#report = report;
  }

  /** Takes in what has changed in the text. */
  follow(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const index = this.#index;
    const isFollowed = index?.follow(
      changes.map(({ rangeOffset: offset, rangeLength: length, text }) => ({ offset, length, text })),
      sourceOf(this.#document),
    );
    if (index === undefined || isFollowed !== true) {
      this.schedule(debounceMs);
    } else {
      this.#stop();
      const run = this.#run;
      const checked = this.#accept(index);
      this.#timer = setTimeout(() => void this.#tell(checked, index, run), debounceMs);
    }
  }

  /** Drops the check that runs or waits, and starts one of the whole text after `delayMs`. */
  schedule(delayMs: number): void {
    this.#stop();
    this.#index = undefined;
    this.#timer = setTimeout(() => void this.check(), delayMs);
  }

  /** Checks the present text at once, or joins the check that runs. One that a change overtakes ends with `undefined`. */
  async check(): Promise<CheckedManifest | undefined> {
    clearTimeout(this.#timer);
    this.#running ??= this.#check(++this.#run);
    return this.#running;
  }

  dispose(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#run++;
    this.#running = undefined;
  }

  /** Finds the problems of a text that was followed, and tells that. */
  async #tell(checked: CheckedManifest, index: ManifestIndex, run: number): Promise<void> {
    const problems = await inSlices(index.problemsInSteps(), () => run !== this.#run);
    if (problems !== undefined) {
      this.#report(checked);
    }
  }

  async #check(run: number): Promise<CheckedManifest | undefined> {
    const document = this.#document;
    const index = await checkInSlices(
      document.getText(),
      document,
      this.#ports,
      () => run !== this.#run,
      sourceOf(document),
    );
    if (index === undefined) {
      return undefined;
    }
    this.#running = undefined;
    const checked = this.#accept(index);
    this.#report(checked);
    return checked;
  }

  #accept(index: ManifestIndex): CheckedManifest {
    const document = this.#document;
    const { hashOf, sha256 } = index;
    this.#index = index;
    this.checked = {
      get manifest() {
        return index.manifest;
      },
      get problems() {
        return index.problems;
      },
      hashOf,
      sha256,
      document,
      version: document.version,
    };
    return this.checked;
  }
}

/**
 * The document's text of now, part by part: putting all of it together takes longer than most changes. What is asked for after the next
 * change is empty.
 */
function sourceOf(document: vscode.TextDocument): TextSource {
  const { version } = document;
  return {
    slice: (start, end) => {
      if (document.version !== version) return '';
      const isWhole = start === 0 && end === undefined;
      return isWhole
        ? document.getText()
        : document.getText(
            new vscode.Range(document.positionAt(start), document.positionAt(end ?? Number.MAX_SAFE_INTEGER)),
          );
    },
  };
}

function keyOf({ uri }: vscode.TextDocument): string {
  return uri.toString();
}
