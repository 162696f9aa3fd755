import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { drain } from '../../src/core/manifest/drain.ts';
import { earlierUploadsOf, sentElsewhere } from '../../src/uploads/earlierUploads.ts';
import { accepted, aRecord, cancelled, planned, unknown } from './aRecord.ts';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const fabrikam = '47021739-3426-40bf-9601-61b4b6d7c793';

suite('earlierUploadsOf', () => {
  const same = { digest: 'd1', customerId: contoso, batchId: 'TEST batch' };

  test('finds the uploads of the same text to the same customer and batch, latest first', () => {
    const records = [aRecord([accepted], { createdAt: 1 }), aRecord([unknown], { createdAt: 2 })];
    assert.deepEqual(
      earlierUploadsOf(records, same).map(({ createdAt }) => createdAt),
      [2, 1],
    );
  });

  test('finds none that sent nothing', () =>
    assert.deepEqual(earlierUploadsOf([aRecord([planned, cancelled])], same), []));

  test('finds none of another text, customer or batch', () => {
    const records = [aRecord([accepted])];
    for (const other of [{ digest: 'd2' }, { customerId: fabrikam }, { batchId: 'Other' }]) {
      assert.deepEqual(earlierUploadsOf(records, { ...same, ...other }), []);
    }
  });
});

suite('sentElsewhere', () => {
  test('names the serial numbers that went to another customer, in any case, with the latest upload', () => {
    const records = [aRecord([accepted], { createdAt: 2 }), aRecord([accepted], { createdAt: 1 })];
    const found = drain(sentElsewhere(records, [{ serialNumber: 's1' }, { serialNumber: 'S9' }], fabrikam));
    assert.deepEqual(
      [...found].map(([serial, { createdAt }]) => [serial, createdAt]),
      [['s1', 2]],
    );
  });

  test('finds serial numbers inside hashes on both sides', () => {
    const record = aRecord([accepted], { devices: [{ hashSerialNumber: 'H1' }, {}] });
    const found = drain(sentElsewhere([record], [{ hashSerialNumber: 'h1' }], fabrikam));
    assert.deepEqual([...found.keys()], ['h1']);
  });

  test('is silent about the same customer, what was not sent, and placeholders', () => {
    const devices = [{ serialNumber: 'S1' }, { serialNumber: 'To be filled by O.E.M.' }];
    const placeholder = aRecord([accepted], { devices: [{ serialNumber: 'To be filled by O.E.M.' }, {}] });
    assert.equal(drain(sentElsewhere([aRecord([accepted])], devices, contoso)).size, 0);
    assert.equal(drain(sentElsewhere([aRecord([planned]), placeholder], devices, fabrikam)).size, 0);
  });
});
