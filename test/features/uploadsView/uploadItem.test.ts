import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type * as vscode from 'vscode';

import { uploadItem } from '../../../src/features/uploadsView/uploadItem.ts';
import { childrenOf, customerNodes, type UploadNode } from '../../../src/features/uploadsView/uploadNodes.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import { anUpload, endedPart, failed, registered, uploadId, waiting, watchedPart } from '../status/anUpload.ts';

const hours = 60 * 60 * 1000;

function nodesOf(nodes: readonly UploadNode[]): readonly UploadNode[] {
  return nodes.flatMap(node => [node, ...nodesOf(childrenOf(node))]);
}

/** All lines of the view, from the top. */
function itemsOf(view: UploadView): readonly vscode.TreeItem[] {
  const now = view.record.createdAt + 2 * hours;
  return nodesOf(customerNodes([view])).map(node => uploadItem(node, now));
}

/** What can be seen of a line. */
function seen({ label, description, iconPath }: vscode.TreeItem): readonly unknown[] {
  return [label, description, iconPath instanceof Object && 'id' in iconPath && iconPath.id];
}

/** What is heard or read of a line when one stops at it. */
function told({ accessibilityInformation, tooltip }: vscode.TreeItem): readonly (string | undefined)[] {
  return [accessibilityInformation?.label, typeof tooltip === 'string' ? tooltip : tooltip?.value];
}

const inParts = anUpload([
  endedPart([failed('808', 'ZtdDeviceAssignedToOtherTenant'), registered]),
  { ...watchedPart([waiting, registered]), first: 2 },
  { first: 4, count: 2, is: 'planned' },
]);

suite('a line of the uploads view', () => {
  test('shows how things stand', () =>
    assert.deepEqual(itemsOf(inParts).map(seen), [
      ['Contoso Ltd', 'contoso.onmicrosoft.com', 'organization'],
      ['Sales laptops', '4 of 6 sent, 2 hours ago', 'sync~spin'],
      ['Part 1 of 3', '1 of 2 failed', 'package'],
      ['S1', '808', 'error'],
      ['Part 2 of 3', '1 of 2 waiting', 'package'],
      ['Part 3 of 3', 'not sent yet', 'package'],
    ]));

  test('tells the rest', () => {
    const why =
      'The device is registered to another organization. Partner Center says "808 ZtdDeviceAssignedToOtherTenant". ' +
      'Have the organization that owned the device deregister it. If nobody there can be found, Microsoft support can.';
    assert.deepEqual(itemsOf(inParts).slice(1, 4).map(told), [
      [
        'Batch Sales laptops, 6 devices: 4 of 6 sent, 2 hours ago',
        'Batch Sales laptops\n4 of 6 sent\nFor Contoso Ltd, contoso.onmicrosoft.com, c7f3c849-129f-4b85-a96d-4f8e88b315a3\n' +
          `By kim@fabrikam.example\n${new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(inParts.record.createdAt)}`,
      ],
      ['Part 1 of 3, devices 1 to 2: 1 of 2 failed', 'Devices 1 to 2 of the manifest'],
      [`S1 failed. ${why}`, why],
    ]);
  });

  test('keeps its id while it changes', () => {
    const later = anUpload([
      inParts.record.parts[0] ?? endedPart([]),
      { ...endedPart([registered, registered]), first: 2 },
      { ...endedPart([registered, registered]), first: 4 },
    ]);
    const ids = itemsOf(later).map(({ id }) => id);
    assert.deepEqual(
      itemsOf(inParts).map(({ id }) => id),
      ids,
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  test('leads to the status, and to the device in the manifest', () =>
    assert.deepEqual(
      itemsOf(inParts).flatMap(({ command }) => (command ? [[command.command, ...(command.arguments ?? [])]] : [])),
      [
        ['deviceBatch.openStatus', uploadId],
        ['deviceBatch.openUploadManifest', uploadId, 0],
      ],
    ));

  test('says what can be done', () =>
    assert.deepEqual(
      itemsOf(inParts).map(({ contextValue }) => contextValue),
      ['customer', 'upload retry cancel link', 'part', 'device', 'part', 'part'],
    ));

  test('says that the emulator registers nothing', () => {
    const account = { cloud: 'emulator', base: 'http://127.0.0.1:1' } as const;
    const [customer, upload] = itemsOf(anUpload([endedPart([registered])], { account }));
    assert(customer && upload);
    assert.deepEqual(seen(customer), ['Contoso Ltd', 'emulator', 'beaker']);
    assert.match(told(customer)[0] ?? '', /^Contoso Ltd \(emulator\), one upload$/);
    assert.match(told(upload)[1] ?? '', /The emulator registered nothing\./);
  });

  test('says why an upload waits', () => {
    const stop = { is: 'paused', at: 0, because: 'batch-appeared', batchId: 'B' } as const;
    const [, paused] = itemsOf(anUpload([{ first: 0, count: 1, is: 'planned' }], { stop, isRunning: false }));
    assert(paused);
    assert.deepEqual(seen(paused), ['Sales laptops', 'paused, 1 of 1 not sent, 2 hours ago', 'debug-pause']);
    assert.match(told(paused)[1] ?? '', /There is a batch "B" now/);

    const blockage = { failure: { reason: 'signed-out' }, ids: undefined } as const;
    const [, blocked] = itemsOf(anUpload([watchedPart([waiting])], { blockage, isRunning: false }));
    assert(blocked);
    assert.deepEqual(seen(blocked), ['Sales laptops', 'not watched, 1 of 1 waiting, 2 hours ago', 'sync']);
    assert.match(told(blocked)[1] ?? '', /sign/i);
  });
});

suite('hostile texts in the uploads view', () => {
  const texts = [
    '[x](command:workbench.action.quit)',
    '$(warning)',
    'a\nStatus: https://evil.example',
    '\u202Egnp.exe',
    '\u0000\u001B[2J',
    `<b>${'x'.repeat(10_000)}`,
  ];
  for (const text of texts) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      const view = anUpload([endedPart([failed(text, text)])], {
        batch: { id: text, is: 'created' },
        customer: { id: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', companyName: text, domain: text },
        devices: [{ serialNumber: text }],
        account: { cloud: 'public', base: 'https://api.partnercenter.microsoft.com', label: text },
      });
      for (const item of itemsOf(view)) {
        const [label, tooltip = ''] = told(item);
        const lines = [item.label, item.description, label, ...tooltip.split('\n')];
        for (const line of lines.map(String)) {
          assert.doesNotMatch(line, /[\p{Cc}\p{Bidi_Control}]|\]\(|\$\(|^Status:/u);
          assert.ok(line.length < 1000, `${line.length} characters`);
        }
      }
    });
  }
});
