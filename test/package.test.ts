import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { problemCodes } from '../src/core/rules/ruleCatalog.ts';
import { commandIds } from '../src/platform/commandIds.ts';

const root = path.join(import.meta.dirname, '..');

interface Menu {
  readonly command: string;
}

interface Setting {
  readonly scope: string;
  readonly default: unknown;
}

interface Walkthrough {
  readonly icon: string;
  readonly steps: readonly {
    readonly id: string;
    readonly description: string;
    readonly media: { readonly svg: string };
    readonly completionEvents: readonly string[];
  }[];
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly l10n: string;
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly bytes: number;
        readonly inputs: Readonly<Record<string, unknown>>;
        readonly imports: readonly { readonly path: string; readonly kind: string }[];
      }
    >
  >;
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const nls = JSON.parse(read('package.nls.json')) as Record<string, unknown>;
const { contributes } = manifest;
const themeColors = JSON.parse(read('test/fixtures/themeColors.json')) as Record<string, Record<string, string>>;
const settings = Object.fromEntries(contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));
const steps = contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);
const sources = globSync('src/**/*.ts', { cwd: root }).map(read);

/** Ours, or what VS Code makes for our view. */
function isKnownCommand(command: string): boolean {
  return command === 'deviceBatch.uploads.focus' || contributes.commands.some(one => one.command === command);
}

suite('package.json', () => {
  test('uses every text of package.nls.json, and names none that is not there', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(new Set(used), new Set(Object.keys(nls)));
  });

  test('contributes exactly the commands the code knows', () => {
    assert.deepEqual(new Set(contributes.commands.map(({ command }) => command)), new Set(Object.values(commandIds)));
    assert.deepEqual(new Set(contributes.commands.map(({ category }) => category)), new Set(['Device Batch']));
  });

  for (const [name, id] of Object.entries(commandIds)) {
    test(`${id} is registered`, () => {
      const registration = new RegExp(String.raw`registerCommand\(\s*commandIds\.${name}\b`);
      assert.equal(sources.filter(source => registration.test(source)).length, 1);
    });
  }

  test('offers in menus only commands that exist', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const offered = Object.values(contributes.menus).flat();
    assert.deepEqual(
      offered.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  test('names only files that exist', () => {
    const named = [
      manifest.icon,
      manifest.main,
      manifest.l10n,
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.walkthroughs.map(({ icon }) => icon),
      ...steps.map(({ media }) => media.svg),
    ];
    assert.deepEqual(
      named.filter(file => !existsSync(path.join(root, file))),
      [],
    );
  });

  for (const { id, description, completionEvents } of steps) {
    test(`the step ${id} of the walkthrough offers something to do, and is done by it`, () => {
      const text = String(nls[description.replaceAll('%', '')]);
      const commands = [...text.matchAll(/\(command:([^)?]+)/g)].map(([, command = '']) => command);
      const events = completionEvents.map(event => event.split(':'));
      const ours = [...commands, ...events.filter(([on]) => on === 'onCommand').map(([, command = '']) => command)];
      const changed = events.filter(([on]) => on === 'onSettingChanged').map(([, setting = '']) => setting);

      assert.ok(commands.length > 0 && completionEvents.length > 0);
      // VS Code, "contributes.walkthroughs": code stands in two backticks, one is shown as it is.
      assert.doesNotMatch(text, /(?<!`)`(?!`)/);
      assert.deepEqual(
        ours.filter(command => command.startsWith('deviceBatch.') && !isKnownCommand(command)),
        [],
      );
      assert.deepEqual(
        changed.filter(setting => !(setting in settings)),
        [],
      );
    });
  }

  for (const { id, media } of steps) {
    test(`the picture of the step ${id} stands out from the background of every theme`, () => {
      const drawn = [...read(media.svg).matchAll(/(?:fill|stroke)="var\((--vscode-[\w-]+)/g)].map(
        ([, color = '']) => color,
      );
      const background = '--vscode-editor-background';
      const hidden = Object.entries(themeColors).flatMap(([theme, colors]) =>
        drawn
          .filter(color => color !== background && colors[color] === colors[background])
          .map(color => `${theme}: ${color}`),
      );
      assert.ok(drawn.length > 0);
      assert.deepEqual(hidden, []);
    });
  }

  test('contributes the tools that the code registers', () => {
    const registered = sources.flatMap(source => [...source.matchAll(/lm\.registerTool<\w+>\('(\w+)'/g)]);
    assert.deepEqual(
      contributes.languageModelTools.map(({ name }) => name),
      registered.map(([, name]) => name),
    );
  });

  for (const key of Object.keys(settings)) {
    test(`${key} is read`, () => {
      assert.match(read('src/platform/settings.ts'), new RegExp(`'${key.replace('deviceBatch.', '')}'`));
    });
  }

  test('gives every setting the scope that keeps it where it belongs', () => {
    const scopes = Object.fromEntries(Object.entries(settings).map(([key, { scope }]) => [key, scope]));
    assert.deepEqual(scopes, {
      'deviceBatch.customerId': 'resource',
      'deviceBatch.rules': 'resource',
      'deviceBatch.upload.maxDevicesPerRequest': 'resource',
      'deviceBatch.inlayHints.enabled': 'window',
      'deviceBatch.codeLens.enabled': 'window',
      'deviceBatch.status.pollSeconds': 'window',
      'deviceBatch.auth.clientId': 'application',
      'deviceBatch.auth.tenantId': 'application',
      'deviceBatch.cloud': 'application',
      'deviceBatch.http.client': 'application',
      'deviceBatch.uploads.keepDays': 'application',
      'deviceBatch.emulator.address': 'application',
    });
  });

  test('takes nothing that a workspace can set from an untrusted one', () => {
    const fromWorkspace = Object.entries(settings).filter(([, { scope }]) => scope === 'resource');
    assert.deepEqual(
      new Set(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations),
      new Set(fromWorkspace.map(([key]) => key)),
    );
  });

  test('runs where the user is', () => {
    assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
  });

  test('every rule has its page', () => {
    const pages = globSync('docs/rules/*.md', { cwd: root }).map(file => path.basename(file, '.md'));
    assert.deepEqual(new Set(pages), new Set<string>(problemCodes));
  });
});

suite('the bundle', () => {
  const meta = JSON.parse(read('out/meta.json')) as Metafile;

  /** The entry and everything it imports statically. */
  function closureOf(output: string, seen = new Set<string>()): ReadonlySet<string> {
    if (!seen.has(output)) {
      seen.add(output);
      for (const { path: target, kind } of meta.outputs[output]?.imports ?? []) {
        if (kind === 'import-statement' && target in meta.outputs) {
          closureOf(target, seen);
        }
      }
    }
    return seen;
  }

  const closure = [...closureOf('dist/extension.js')];

  test('loads less than 60 KB at activation', () => {
    const bytes = closure.reduce((sum, output) => sum + (meta.outputs[output]?.bytes ?? 0), 0);
    assert.ok(bytes < 60 * 1024, `${bytes} bytes`);
  });

  test('loads neither undici nor the CSV parser nor the emulator at activation', () => {
    const inputs = closure.flatMap(output => Object.keys(meta.outputs[output]?.inputs ?? {}));
    assert.ok(inputs.includes('src/extension.ts'));
    assert.deepEqual(
      inputs.filter(input => /node_modules\/(undici|papaparse)\/|src\/emulator\//.test(input)),
      [],
    );
  });

  test('lists every package in it, with its licence', () => {
    const packages = Object.keys(meta.inputs).flatMap(
      input => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
    );
    const listed = [...read('THIRD-PARTY-NOTICES.md').matchAll(/^## (\S+)/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(listed), new Set(packages));
  });
});
