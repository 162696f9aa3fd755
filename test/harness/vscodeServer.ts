import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { atExit } from './atExit.ts';
import { execute } from './execute.ts';
import { vsCodeServerMain } from './installVsCodeServer.ts';
import { quietSettings } from './quietSettings.ts';
import { ScratchFolder } from './scratchFolder.ts';

export interface VsCodeServerOptions {
  /** Packaged extensions (.vsix) to install. */
  readonly extensions?: readonly string[];
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The extension host's environment beside PATH, HOME and LANG: nothing else is handed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether every folder is trusted, the default; otherwise windows open in Restricted Mode. */
  readonly trusted?: boolean;
  /** The language of windows and extensions, as VS Code names it (`de`, `zh-tw`). VS Code's own texts stay English. */
  readonly language?: string;
  /** A secret that every address must then carry, once, as `tkn`. */
  readonly connectionToken?: string;
  /**
   * Lets an address name an extension under development and a test runner. It also suppresses notifications, so it is
   * for tests inside the extension host only.
   */
  readonly testDriver?: boolean;
}

/** A running VS Code server on a port of its own on 127.0.0.1, with settings, extensions and logs of its own. */
export class VsCodeServer implements AsyncDisposable {
  /** `127.0.0.1:<port>`, which is also the authority of its `vscode-remote:` addresses. */
  readonly authority: string;
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  readonly #pid: number;
  readonly #folders: Folders;
  readonly #resources: AsyncDisposable;

  /** @throws Error with the server's output, when it does not start within a minute */
  static async start(options: VsCodeServerOptions = {}): Promise<VsCodeServer> {
    const main = await vsCodeServerMain();
    await using resources = new AsyncDisposableStack();
    const folders = resources.use(new Folders());
    writeSettings(folders, { ...quietSettings, ...options.settings });
    writeLanguagePack(folders, options.language);
    const env = environment(folders, options.env);
    const server = [main, ...commonFlags(folders)];
    for (const extension of options.extensions ?? []) {
      await execute(process.execPath, [...server, '--install-extension', extension, '--force'], { env });
    }
    const child = spawn(process.execPath, [...server, ...serverFlags(folders, options)], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that the extension host ends with the server.
      detached: true,
    });
    const ended = new Promise<void>(resolve => {
      child.once('exit', () => resolve());
    });
    resources.defer(async () => {
      killGroup(child);
      await ended;
    });
    resources.defer(atExit(() => killGroup(child)));
    const port = await listeningPort(child);
    return new VsCodeServer(`127.0.0.1:${port}`, { pid: child.pid ?? 0, ended }, folders, resources.move());
  }

  private constructor(
    authority: string,
    { pid, ended }: { readonly pid: number; readonly ended: Promise<void> },
    folders: Folders,
    resources: AsyncDisposable,
  ) {
    this.authority = authority;
    this.ended = ended;
    this.#pid = pid;
    this.#folders = folders;
    this.#resources = resources;
  }

  /** The folder for what a test lays beside the server; it goes with it. */
  get scratch(): string {
    return this.#folders.root;
  }

  /** The folder with the logs of the server and its extension hosts. */
  get logs(): string {
    return this.#folders.logs;
  }

  /** The folder with one folder for each extension, for what it keeps beside every workspace. */
  get globalStorage(): string {
    return path.join(this.#folders.user, 'User/globalStorage');
  }

  /**
   * Has its extension hosts stand still in the middle of whatever they do: nothing reaches them any more.
   *
   * @returns a function that kills them
   */
  freezeExtensionHosts(): () => void {
    const hosts = this.#extensionHosts();
    hosts.forEach(pid => process.kill(pid, 'SIGSTOP'));
    return () => hosts.forEach(pid => process.kill(pid, 'SIGKILL'));
  }

  /** The address of a window on a folder, or on a `.code-workspace` file. */
  windowAddress(folder: string, parameters: Readonly<Record<string, string>> = {}): string {
    const address = new URL(`http://${this.authority}/`);
    address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
    for (const [name, value] of Object.entries(parameters)) {
      address.searchParams.set(name, value);
    }
    return address.href;
  }

  /** The `vscode-remote:` address of a file on the server's side. */
  remoteAddress(file: string): string {
    return `vscode-remote://${this.authority}${encodeURI(file)}`;
  }

  /** Changes user settings in the running windows; `undefined` takes a setting back. */
  changeSettings(changes: Readonly<Record<string, unknown>>): void {
    const current: unknown = JSON.parse(readFileSync(settingsFile(this.#folders, 'User'), 'utf8'));
    writeSettings(this.#folders, { ...(current as Record<string, unknown>), ...changes });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources[Symbol.asyncDispose]();
  }

  /** One for each window. */
  #extensionHosts(): readonly number[] {
    const children = readFileSync(`/proc/${this.#pid}/task/${this.#pid}/children`, 'utf8');
    return Array.from(children.matchAll(/\d+/g), Number).filter(isExtensionHost);
  }
}

class Folders implements Disposable {
  readonly #scratch = new ScratchFolder();
  readonly root = this.#scratch.path;
  readonly user = this.#make('user');
  readonly extensions = this.#make('extensions');
  readonly server = this.#make('server');
  readonly logs = this.#make('logs');
  readonly home = this.#make('home');

  [Symbol.dispose](): void {
    this.#scratch[Symbol.dispose]();
  }

  #make(name: string): string {
    const folder = path.join(this.root, name);
    mkdirSync(folder);
    return folder;
  }
}

// User settings come from one file, remote ones from the other; which a setting is read from depends on its scope.
function writeSettings(folders: Folders, settings: Readonly<Record<string, unknown>>): void {
  for (const scope of ['User', 'Machine'] as const) {
    const file = settingsFile(folders, scope);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settings, null, 2));
  }
  // VS Code opens this file by itself, as a JSON document, and makes it first where it is missing.
  writeFileSync(path.join(folders.user, 'User/chatLanguageModels.json'), '[]');
}

// VS Code takes a language only where it knows a language pack for it. This one translates nothing.
function writeLanguagePack(folders: Folders, language: string | undefined): void {
  if (language === undefined) {
    return;
  }
  const translations = path.join(folders.user, 'translations.json');
  writeFileSync(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: language,
    label: language,
    extensions: [{ extensionIdentifier: { id: `test.language-${language}` }, version: '0.0.0' }],
    translations: { vscode: translations },
  };
  writeFileSync(path.join(folders.user, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

function settingsFile(folders: Folders, scope: 'User' | 'Machine'): string {
  return path.join(folders.user, scope, 'settings.json');
}

function environment(folders: Folders, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folders.home,
    LANG: 'C.UTF-8',
    // An extension gallery without an address is asked for nothing.
    EXTENSIONS_GALLERY: '{}',
    ...extra,
  };
}

function commonFlags(folders: Folders): readonly string[] {
  return [
    '--accept-server-license-terms',
    `--server-data-dir=${folders.server}`,
    `--user-data-dir=${folders.user}`,
    `--extensions-dir=${folders.extensions}`,
    '--telemetry-level=off',
  ];
}

function serverFlags(folders: Folders, options: VsCodeServerOptions): readonly string[] {
  return [
    '--host=127.0.0.1',
    '--port=0',
    `--logsPath=${folders.logs}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
    ...(options.language === undefined ? [] : ['--locale', options.language]),
    ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
    ...tokenFlags(folders, options.connectionToken),
  ];
}

function isExtensionHost(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost');
  } catch {
    // It has just ended.
    return false;
  }
}

// Handed over in a file: everybody on the machine can read the arguments of a process.
function tokenFlags(folders: Folders, token: string | undefined): readonly string[] {
  if (token === undefined) {
    return ['--without-connection-token'];
  }
  const file = path.join(folders.root, 'connection-token');
  writeFileSync(file, token, { mode: 0o600 });
  return ['--connection-token-file', file];
}

async function listeningPort(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let output = '';
  const read = (chunk: unknown): void => {
    output += String(chunk);
    const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
    if (port !== undefined) {
      resolve(Number(port));
    }
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('error', reject);
  child.once('exit', code => reject(new Error(`The VS Code server ended with code ${code}:\n${output}`)));
  const timer = setTimeout(() => reject(new Error(`The VS Code server did not start:\n${output}`)), 60_000);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group is gone already.
  }
}
