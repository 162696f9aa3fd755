// The `vscode` module in unit tests: of the real one only what the code under test touches.
import type * as vscode from 'vscode';

/** Messages in the language they are written in. */
export const l10n = {
  t: (message: string, ...args: readonly (string | number | boolean)[]): string =>
    message.replaceAll(/\{(\d+)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole)),
};

export class CancellationError extends Error implements vscode.CancellationError {
  constructor() {
    super('Canceled');
    this.name = 'Canceled';
  }
}

export const LogLevel = { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 } as const;

export const env = { language: 'en' };

export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 } as const;

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 } as const;

export const QuickPickItemKind = { Separator: -1, Default: 0 } as const;

/** What the code under test asks of the user and of what is open; `ScriptedEditor` puts itself in their places. */
export const window: Partial<typeof vscode.window> = {};
export const workspace: Partial<typeof vscode.workspace> = {};
export const commands: Partial<typeof vscode.commands> = {};
export const lm: Partial<typeof vscode.lm> = {};

export class Disposable implements vscode.Disposable {
  readonly #dispose: () => void;

  static from(...items: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => items.forEach(item => item.dispose()));
  }

  constructor(dispose: () => void) {
    this.#dispose = dispose;
  }

  dispose(): void {
    this.#dispose();
  }
}

export class LanguageModelTextPart {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

export class LanguageModelToolResult {
  readonly content: readonly unknown[];

  constructor(content: readonly unknown[]) {
    this.content = content;
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of this.#listeners) {
      listener(value);
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class Range {
  readonly start: unknown;
  readonly end: unknown;

  constructor(start: unknown, end: unknown) {
    this.start = start;
    this.end = end;
  }
}

export class Uri {
  readonly #url: URL;

  static parse(text: string): Uri {
    return new Uri(new URL(text));
  }

  private constructor(url: URL) {
    this.#url = url;
  }

  get scheme(): string {
    return this.#url.protocol.slice(0, -1);
  }

  get path(): string {
    return decodeURIComponent(this.#url.pathname);
  }

  toString(): string {
    return this.#url.href;
  }
}

export class TabInputText {
  readonly uri: Uri;

  constructor(uri: Uri) {
    this.uri = uri;
  }
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;

export class TreeItem {
  readonly label: string;
  readonly collapsibleState: number;

  constructor(label: string, collapsibleState: number) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}

export class ThemeColor {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

export class ThemeIcon {
  readonly id: string;
  readonly color: ThemeColor | undefined;

  constructor(id: string, color?: ThemeColor) {
    this.id = id;
    this.color = color;
  }
}

/** Takes texts that are shown as they are, and no other. */
export class MarkdownString {
  value = '';

  appendText(text: string): this {
    this.value += text;
    return this;
  }
}

export const ViewColumn = { Active: -1, Beside: -2, One: 1, Two: 2 } as const;

export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 } as const;

export class Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;

  constructor(range: Range, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

/** Loaded with the checks, and never looked at in a unit test. */
export const CodeAction = Object;
