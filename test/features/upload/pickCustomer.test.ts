import assert from 'node:assert/strict';
import { type TestContext, suite, test } from 'node:test';
import * as vscode from 'vscode';

import { clouds, emulatorAt } from '../../../src/api/clouds.ts';
import { type CustomerPickDeps, itemsOf, pickCustomer } from '../../../src/features/upload/pickCustomer.ts';
import type { RecordedCustomer } from '../../../src/uploads/uploadRecord.ts';
import { ScriptedEditor, type ScriptedQuickPick } from '../../support/scriptedEditor.ts';

const contoso = aCustomer(1, 'Contoso');
const fabrikam = aCustomer(2, 'Fabrikam');
const northwind = aCustomer(3, 'Northwind');
const never = new AbortController().signal;

function aCustomer(number: number, companyName: string): RecordedCustomer {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id, companyName, domain: `${companyName.toLowerCase()}.example` };
}

/** A service with pages of customers, and what it was asked for. */
function aService(...pages: readonly (readonly RecordedCustomer[])[]) {
  const asked: string[] = [];
  const client: CustomerPickDeps['client'] = {
    async *customers() {
      for (const [index, page] of pages.entries()) {
        asked.push(`page ${index + 1}`);
        yield page;
      }
    },
    async findCustomers(text) {
      asked.push(`find ${text}`);
      return pages.flat().filter(({ companyName = '' }) => companyName.toLowerCase().startsWith(text.toLowerCase()));
    },
  };
  return { client, asked };
}

/** The list as it is shown: what stays whatever is typed is marked with `!`, a line between with dashes. */
function shown(items: readonly vscode.QuickPickItem[]): readonly string[] {
  return items.map(({ label, kind, alwaysShow }) =>
    kind === vscode.QuickPickItemKind.Separator ? `-- ${label} --` : `${label}${alwaysShow === true ? '!' : ''}`,
  );
}

suite('itemsOf', () => {
  test('shows what was found, each with domain and id', () =>
    assert.deepEqual(itemsOf([], [contoso], true, false), [
      { label: 'Contoso', description: 'contoso.example', detail: contoso.id, customer: contoso, alwaysShow: true },
    ]));
  test('shows those used lately first, each customer once', () =>
    assert.deepEqual(shown(itemsOf([fabrikam, northwind], [contoso, fabrikam], true, false)), [
      '-- used lately --',
      'Fabrikam!',
      'Northwind',
      '-- customers --',
      'Contoso!',
    ]));
  test('lets VS Code filter what was found for an earlier text', () =>
    assert.deepEqual(shown(itemsOf([], [contoso], false, false)), ['Contoso']));
  test('leads to more', () =>
    assert.deepEqual(shown(itemsOf([], [contoso], true, true)), ['Contoso!', '$(ellipsis) More customers!']));
  test('shows a customer whose name is not known by its id', () =>
    assert.equal(itemsOf([{ id: contoso.id }], [], true, false)[1]?.label, contoso.id));
});

/** A picker that is open, with time that passes only here. */
async function openPicker(context: TestContext, deps: Partial<CustomerPickDeps>, signal = never) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const editor = new ScriptedEditor();
  editor.usePick = () => {};
  const picked = pickCustomer(
    { client: aService().client, cloud: clouds.public, recent: [], onSearchFailed: () => {}, ...deps },
    signal,
  );
  picked.catch(() => {});
  const pick: ScriptedQuickPick = editor.picks[0] ?? assert.fail('shows no list');
  /** Lets time pass, and whatever waits for it or for an answer happen. */
  const pause = async (ms: number): Promise<void> => {
    context.mock.timers.tick(ms);
    await new Promise(resolve => setImmediate(resolve));
  };
  await pause(0);
  return { picked, pick, pause };
}

suite('pickCustomer', () => {
  test('offers the first page at once, and takes the one that is picked', async context => {
    const { picked, pick } = await openPicker(context, aService([contoso, fabrikam]));
    assert.deepEqual(shown(pick.items), ['Contoso!', 'Fabrikam!']);
    pick.take('Fabrikam');
    assert.equal(await picked, fabrikam.id);
    assert.ok(pick.isDisposed);
  });

  test('brings more pages when asked to', async context => {
    const service = aService([contoso], [fabrikam], [northwind]);
    const { pick, pause } = await openPicker(context, service);
    assert.deepEqual(shown(pick.items), ['Contoso!', '$(ellipsis) More customers!']);
    pick.take('$(ellipsis) More customers');
    await pause(0);
    assert.deepEqual(shown(pick.items), ['Contoso!', 'Fabrikam!', '$(ellipsis) More customers!']);
    pick.take('$(ellipsis) More customers');
    await pause(0);
    assert.deepEqual(shown(pick.items), ['Contoso!', 'Fabrikam!', 'Northwind!']);
  });

  test('asks the service once typing pauses, and only for what stands there then', async context => {
    const service = aService([contoso, fabrikam]);
    const { pick, pause } = await openPicker(context, service);
    pick.type('fa');
    await pause(200);
    pick.type('fab');
    await pause(300);
    assert.deepEqual(service.asked, ['page 1', 'find fab']);
    assert.deepEqual(shown(pick.items), ['Fabrikam!']);
  });

  test('does not offer what was found for an earlier text as if it were an answer', async context => {
    const { pick } = await openPicker(context, aService([contoso]));
    pick.type('fabrikam');
    assert.deepEqual([pick.busy, shown(pick.items)], [true, ['Contoso']]);
  });

  test('drops an answer that a later key stroke overtook', async context => {
    const late = Promise.withResolvers<readonly RecordedCustomer[]>();
    const client = {
      ...aService().client,
      findCustomers: async (text: string) => (text === 'c' ? late.promise : [northwind]),
    };
    const { pick, pause } = await openPicker(context, { client });
    pick.type('c');
    await pause(300);
    pick.type('n');
    await pause(300);
    late.resolve([contoso]);
    await pause(0);
    assert.deepEqual(shown(pick.items), ['Northwind!']);
  });

  test('takes an id that is pasted without asking anybody', async context => {
    const service = aService([]);
    const { picked, pick } = await openPicker(context, service);
    pick.type(` {${contoso.id.toUpperCase()}} `);
    assert.deepEqual(shown(pick.items), [`${contoso.id}!`]);
    pick.take(contoso.id);
    assert.equal(await picked, contoso.id);
    assert.deepEqual(service.asked, ['page 1']);
  });

  test('shows why the list cannot be read, and still takes an id', async context => {
    const failure = new Error('no list');
    const failures: unknown[] = [];
    const client = { ...aService().client, findCustomers: async () => Promise.reject(failure) };
    const { picked, pick, pause } = await openPicker(context, {
      client,
      onSearchFailed: error => failures.push(error),
    });
    pick.type('con');
    await pause(300);
    assert.deepEqual([pick.title, pick.busy], ['Something went wrong inside Device Batch.', false]);
    assert.deepEqual(failures, [failure]);
    pick.type(contoso.id);
    assert.equal(pick.title, 'Whose devices are these?');
    pick.take(contoso.id);
    assert.equal(await picked, contoso.id);
  });

  test('says that the customers are the emulator’s', async context => {
    const cloud = emulatorAt(new URL('http://127.0.0.1:4321')) ?? assert.fail();
    const { pick } = await openPicker(context, { cloud });
    assert.equal(pick.title, 'Whose devices are these? (emulator)');
  });

  test('ends where the user dismisses it', async context => {
    const { picked, pick } = await openPicker(context, {});
    pick.hide();
    await assert.rejects(picked, vscode.CancellationError);
    assert.ok(pick.isDisposed);
  });

  test('ends with the progress that it belongs to', async context => {
    const abort = new AbortController();
    const { picked, pick } = await openPicker(context, {}, abort.signal);
    abort.abort();
    await assert.rejects(picked, { name: 'AbortError' });
    assert.ok(pick.isDisposed);
  });
});
