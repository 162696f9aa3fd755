import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { startEmulator } from '../../src/emulator/startEmulator.ts';
import { eventually } from '../harness/eventually.ts';
import { root } from '../harness/project.ts';
import { openWorkbench } from '../harness/workbench/openWorkbench.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

/** The texts of a language, by their English ones, and the titles of package.json by their keys. */
class Language {
  readonly #texts: Readonly<Record<string, string>>;
  readonly #titles: Readonly<Record<string, string>>;

  constructor(language: string) {
    this.#texts = JSON.parse(readFileSync(path.join(root, `l10n/bundle.l10n.${language}.json`), 'utf8'));
    this.#titles = JSON.parse(readFileSync(path.join(root, `package.nls.${language}.json`), 'utf8'));
  }

  text(english: string, ...values: readonly string[]): string {
    const text = this.#texts[english] ?? assert.fail(`has no "${english}"`);
    return text.replaceAll(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
  }

  title(key: string): string {
    return this.#titles[key] ?? assert.fail(`has no ${key}`);
  }

  command(name: string): string {
    return `Device Batch: ${this.title(`command.${name}.title`)}`;
  }
}

for (const language of ['de', 'zh-tw']) {
  suite(`the workbench in the language ${language}`, () => {
    test('leads through an upload, from the walkthrough to the status', async () => {
      const words = new Language(language);
      await using emulator = await startEmulator();
      await using workbench = await openWorkbench({
        name: `language-${language}`,
        language,
        settings: {
          'deviceBatch.cloud': 'emulator',
          'deviceBatch.emulator.address': `${emulator.address.href}#${emulator.secret}`,
        },
      });

      await showsProblems(workbench, words);
      await uploads(workbench, words);
      await showsStatus(workbench, words);
      await showsWalkthrough(workbench, words);
    });
  });
}

async function showsProblems(workbench: Workbench, words: Language): Promise<void> {
  await workbench.openFile('mistakes.devicebatch.jsonc');
  const twice = words.text('"{0}" stands in this object already. Remove one of the two.', 'ProductKey');
  await eventually(async () => assert.ok((await workbench.problems()).some(({ message }) => message === twice)));
  await workbench.screenshot('problems');
}

async function uploads(workbench: Workbench, words: Language): Promise<void> {
  await workbench.openFile('SDKTestDeviceBatch.devicebatch.json');
  await workbench.runCommand(words.command('upload'));
  await workbench.quickInput.opened();
  await eventually(async () =>
    assert.equal(await workbench.quickInput.title(), words.text('Whose devices are these? (emulator)')),
  );
  await workbench.screenshot('customers');
  await workbench.quickInput.pick('Contoso', { typed: 'cont' });
  const customer = words.text('{0} (emulator)', 'Contoso');
  const { message } = await workbench.dialog();
  assert.equal(message, words.text('Upload 1 device to {0}?', customer));
  await workbench.screenshot('question');
  await workbench.answerDialog(words.text('Upload 1 device to {0}', customer));
  const accepted = words.text('The emulator accepted 1 device for {0}. Nothing is registered.', 'Contoso');
  await eventually(async () => assert.ok((await workbench.notifications()).includes(accepted)));
}

async function showsStatus(workbench: Workbench, words: Language): Promise<void> {
  await workbench.runCommand(words.command('openStatus'));
  await workbench.quickInput.pick('SDKTestDeviceBatch');
  const page = workbench.webview();
  await page.getByText('1R9-ZNP67').waitFor();
  for (const label of ['Copy Table', 'Save as CSV…', 'Copy Support Details']) {
    await page.getByRole('button', { name: words.text(label) }).waitFor();
  }
  await page.getByText(words.text('The device is registered.')).waitFor();
  await workbench.screenshot('status');
  await workbench.openSideBar('Device Batch');
  await workbench.treeRow(words.title('view.uploads.name'), 'SDKTestDeviceBatch').waitFor();
  await workbench.screenshot('uploads');
}

async function showsWalkthrough(workbench: Workbench, words: Language): Promise<void> {
  const title = words.title('walkthrough.title');
  // The pictures need room.
  await workbench.runCommand('View: Hide Panel');
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await workbench.quickInput.pick(title);
  await workbench.page.getByText(words.title('walkthrough.tryEmulator.title')).first().waitFor();
  await workbench.screenshot('walkthrough');
}
