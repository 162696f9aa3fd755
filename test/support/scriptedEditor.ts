import * as vscode from 'vscode';

/** A message or a modal question, as the window shows it. */
export interface ShownMessage {
  readonly kind: 'information' | 'warning' | 'error';
  readonly text: string;
  /** Only modal questions have one. */
  readonly detail: string | undefined;
  readonly buttons: readonly string[];
}

/** What the user presses on a message; `undefined` dismisses it. */
export type Answer = (message: ShownMessage) => string | undefined;

/** A file in the editor. */
export interface ScriptedFile {
  readonly text: string;
  readonly isDirty?: boolean;
  /** Whether it is so large that VS Code gives its document to no extension. */
  readonly isTooLarge?: boolean;
  /** How many bytes are on disk, if that is not by the text. */
  readonly size?: number;
}

type Listener<T> = (value: T) => unknown;

/** An editor with its user: files, settings, and an answer to everything the window asks. Unit tests have one at a time. */
export class ScriptedEditor {
  readonly messages: ShownMessage[] = [];
  readonly commands: (readonly unknown[])[] = [];
  /** Titles of progress notifications, and what was reported below them. */
  readonly progress: string[] = [];
  readonly picks: ScriptedQuickPick[] = [];
  readonly files = new Map<string, ScriptedFile>();
  readonly settings = new Map<string, unknown>();
  answer: Answer = () => undefined;
  /** What the user does whenever a list shows something and is not busy. */
  usePick: (pick: ScriptedQuickPick) => void = pick => pick.hide();
  /** Told of every progress notification; `cancel` is its button. */
  onProgress: (title: string, cancel: () => void) => void = () => {};

  constructor() {
    Object.assign(vscode.window, {
      showInformationMessage: this.#ask('information'),
      showWarningMessage: this.#ask('warning'),
      showErrorMessage: this.#ask('error'),
      showTextDocument: async () => undefined,
      createQuickPick: () => this.#createQuickPick(),
      withProgress: async (options: vscode.ProgressOptions, task: Task) => this.#withProgress(options, task),
      tabGroups: { all: [this] },
    });
    Object.assign(vscode.workspace, {
      getConfiguration: (section: string) => ({ get: (key: string) => this.settings.get(`${section}.${key}`) }),
      textDocuments: [],
      fs: {
        stat: async (uri: vscode.Uri) => this.#stat(uri),
        readFile: async (uri: vscode.Uri) => new TextEncoder().encode(this.#file(uri).text),
      },
      openTextDocument: async (uri: vscode.Uri) => this.document(uri),
      save: async (uri: vscode.Uri) => this.#save(uri),
    });
    Object.assign(vscode.commands, {
      executeCommand: async (...command: readonly unknown[]) => void this.commands.push(command),
    });
  }

  /** The texts of all messages, with their buttons: `Sent. [Open Status]`. */
  said(): readonly string[] {
    return this.messages.map(({ text, buttons }) => [text, ...buttons.map(button => `[${button}]`)].join(' '));
  }

  /** The modal questions that were asked. */
  questions(): readonly ShownMessage[] {
    return this.messages.filter(({ detail }) => detail !== undefined);
  }

  /** Every file is open. */
  get tabs(): readonly Partial<vscode.Tab>[] {
    return Array.from(this.files, ([address, { isDirty = false }]) => {
      return { isDirty, input: new vscode.TabInputText(vscode.Uri.parse(address)) };
    });
  }

  /** Lays a file into the editor. */
  lay(address: string, file: ScriptedFile): vscode.Uri {
    const uri = vscode.Uri.parse(address);
    this.files.set(uri.toString(), file);
    return uri;
  }

  /** The file as VS Code opens it. @throws what VS Code says where there is none. */
  document(uri: vscode.Uri): vscode.TextDocument {
    const { text, isDirty = false, isTooLarge = false } = this.#file(uri);
    if (isTooLarge) {
      throw new Error(`cannot open ${uri.toString()}, which is too large`);
    }
    const document = { uri, languageId: 'json', isDirty, isUntitled: false, getText: () => text, positionAt };
    return document as unknown as vscode.TextDocument;
  }

  #save(uri: vscode.Uri): vscode.Uri {
    const { isDirty: _, ...saved } = this.#file(uri);
    this.files.set(uri.toString(), saved);
    return uri;
  }

  #file(uri: vscode.Uri): ScriptedFile {
    const file = this.files.get(uri.toString());
    if (file === undefined) {
      throw new Error(`cannot open ${uri.toString()}`);
    }
    return file;
  }

  #stat(uri: vscode.Uri): vscode.FileStat {
    const { text, size = text.length } = this.#file(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size };
  }

  #ask(kind: ShownMessage['kind']) {
    return async (text: string, ...rest: readonly (string | vscode.MessageOptions)[]): Promise<string | undefined> => {
      const options = rest.find(part => typeof part === 'object');
      const buttons = rest.filter(part => typeof part === 'string');
      const message: ShownMessage = { kind, text, detail: options?.detail, buttons };
      this.messages.push(message);
      return this.answer(message);
    };
  }

  async #withProgress(options: vscode.ProgressOptions, task: Task): Promise<unknown> {
    const title = options.title ?? '';
    this.progress.push(title);
    const token = new ScriptedToken();
    const report = ({ message }: { readonly message?: string }): void => {
      this.progress.push(`${title}: ${message}`);
    };
    this.onProgress(title, () => token.cancel());
    return task({ report }, token);
  }

  #createQuickPick(): ScriptedQuickPick {
    const pick = new ScriptedQuickPick(shown => this.usePick(shown));
    this.picks.push(pick);
    return pick;
  }
}

/** Nobody looks at places. */
function positionAt(offset: number): vscode.Position {
  return { line: 0, character: offset } as vscode.Position;
}

type Task = (
  progress: { readonly report: (step: { readonly message?: string }) => void },
  token: vscode.CancellationToken,
) => Promise<unknown>;

class ScriptedToken implements vscode.CancellationToken {
  readonly #cancelled = new vscode.EventEmitter<void>();
  readonly onCancellationRequested = this.#cancelled.event;
  isCancellationRequested = false;

  cancel(): void {
    this.isCancellationRequested = true;
    this.#cancelled.fire();
  }
}

/** A list to pick from, as far as it is used. */
export class ScriptedQuickPick {
  title = '';
  placeholder = '';
  busy = false;
  selectedItems: readonly vscode.QuickPickItem[] = [];
  isDisposed = false;
  #items: readonly vscode.QuickPickItem[] = [];
  readonly #use: (pick: ScriptedQuickPick) => void;
  readonly #typed = new vscode.EventEmitter<string>();
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly onDidChangeValue = (listener: Listener<string>) => this.#typed.event(listener);
  readonly onDidAccept = (listener: Listener<void>) => this.#accepted.event(listener);
  readonly onDidHide = (listener: Listener<void>) => this.#hidden.event(listener);

  constructor(use: (pick: ScriptedQuickPick) => void) {
    this.#use = use;
  }

  get items(): readonly vscode.QuickPickItem[] {
    return this.#items;
  }

  set items(items: readonly vscode.QuickPickItem[]) {
    this.#items = items;
    if (!this.busy && !this.isDisposed) {
      this.#use(this);
    }
  }

  show(): void {}

  hide(): void {
    this.#hidden.fire();
  }

  /** Types a text in the place of what was there. */
  type(text: string): void {
    this.#typed.fire(text);
  }

  /** Takes the item of that label. */
  take(label: string): void {
    this.selectedItems = this.items.filter(item => item.label === label);
    this.#accepted.fire();
  }

  dispose(): void {
    this.isDisposed = true;
  }
}
