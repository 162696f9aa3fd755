import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { childrenOf, customerNodes, type UploadNode } from '../../../src/features/uploadsView/uploadNodes.ts';
import type { FrozenAccount } from '../../../src/uploads/uploadRecord.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import { anUpload, endedPart, failed, registered, waiting, watchedPart } from '../status/anUpload.ts';

/** The tree below nodes, in lines with one dot more for each level. */
function linesOf(nodes: readonly UploadNode[], indent = ''): readonly string[] {
  return nodes.flatMap(node => [indent + nameOf(node), ...linesOf(childrenOf(node), `${indent}· `)]);
}

function nameOf(node: UploadNode): string {
  switch (node.is) {
    case 'customer':
      return `${node.customer.companyName} ${node.account.cloud}`;
    case 'upload':
      return `batch ${node.view.record.batch.id}`;
    case 'part':
      return `part ${node.part}`;
    case 'device':
      return `device ${node.failure.device.serialNumber}`;
    case 'more':
      return `${node.devices} more`;
  }
}

function expect(views: readonly UploadView[], ...lines: readonly string[]): void {
  assert.deepEqual(linesOf(customerNodes(views)), lines);
}

function emulator(port: number): { readonly account: FrozenAccount } {
  return { account: { cloud: 'emulator', base: `http://127.0.0.1:${port}` } };
}

function batch(id: string): { readonly batch: { readonly id: string; readonly is: 'created' } } {
  return { batch: { id, is: 'created' } };
}

suite('the tree of uploads', () => {
  test('is empty where nothing was uploaded', () => expect([]));

  test('has the uploads by customer, and both as they come: the latest first', () => {
    const fabrikam = { id: '47021739-3426-40bf-9601-61b4b6d7c793', companyName: 'Fabrikam' };
    expect(
      [
        anUpload([endedPart([registered])], batch('C')),
        anUpload([endedPart([registered])], { ...batch('B'), customer: fabrikam }),
        anUpload([endedPart([registered])], batch('A')),
      ],
      'Contoso Ltd public',
      '· batch C',
      '· batch A',
      'Fabrikam public',
      '· batch B',
    );
  });

  test('calls a customer what the latest upload does', () => {
    const { customer } = anUpload([endedPart([registered])]).record;
    const renamed = { ...customer, companyName: 'Contoso Group' };
    const uploads = [{ ...batch('B'), customer: renamed }, batch('A')];
    expect(
      uploads.map(changes => anUpload([endedPart([registered])], changes)),
      'Contoso Group public',
      '· batch B',
      '· batch A',
    );
  });

  test('never mixes the emulator’s customers with real ones, and all emulators are one', () => {
    expect(
      [
        anUpload([endedPart([registered])], { ...batch('C'), ...emulator(1) }),
        anUpload([endedPart([registered])], batch('B')),
        anUpload([endedPart([registered])], { ...batch('A'), ...emulator(2) }),
      ],
      'Contoso Ltd emulator',
      '· batch C',
      '· batch A',
      'Contoso Ltd public',
      '· batch B',
    );
  });

  test('has the devices that failed below an upload', () =>
    expect(
      [anUpload([endedPart([registered, failed('808'), failed('802')])], batch('A'))],
      'Contoso Ltd public',
      '· batch A',
      '· · device S2',
      '· · device S3',
    ));

  test('has them below their part where there are several', () =>
    expect(
      [
        anUpload(
          [
            endedPart([failed('808'), registered]),
            { ...watchedPart([waiting, failed('802')]), first: 2 },
            { first: 4, count: 2, is: 'planned' },
          ],
          batch('A'),
        ),
      ],
      'Contoso Ltd public',
      '· batch A',
      '· · part 0',
      '· · · device S1',
      '· · part 1',
      '· · · device S4',
      '· · part 2',
    ));

  test('leaves out what nobody would look through', () => {
    const view = anUpload([endedPart(Array.from({ length: 150 }, () => failed('808')))], batch('A'));
    const lines = linesOf(customerNodes([view]));
    assert.equal(lines.length, 2 + 100 + 1);
    assert.equal(lines.at(-1), '· · 50 more');
  });
});
