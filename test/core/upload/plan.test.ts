import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { findBatch } from '../../../src/core/upload/batchSummary.ts';
import { maxBodyBytes, planUpload } from '../../../src/core/upload/plan.ts';
import { appendBody, createBody } from '../../../src/core/upload/requestBody.ts';
import type { UploadDevice } from '../../../src/core/upload/uploadDevice.ts';
import { Random } from '../../support/random.ts';

function devicesOf(count: number): readonly UploadDevice[] {
  return Array.from({ length: count }, (_, index) => ({ serialNumber: `S${index}` }));
}

suite('planUpload: create or append', () => {
  const devices = devicesOf(1);

  test('creates where there is no batch of that name', () => {
    const { batch } = planUpload({ batchId: 'New', devices }, [{ id: 'Old' }], { maxDevicesPerRequest: 500 });
    assert.deepEqual(batch, { is: 'create', batchId: 'New' });
  });

  test("appends to a batch of that name in the service's spelling", () => {
    const existing = { id: 'Test Batch', devicesCount: 5 };
    const { batch } = planUpload({ batchId: 'TEST batch', devices }, [{ id: 'x' }, existing], {
      maxDevicesPerRequest: 500,
    });
    assert.deepEqual(batch, { is: 'append', existing });
  });

  test('prefers the batch that is spelled the same', () => {
    assert.equal(findBatch([{ id: 'a' }, { id: 'A' }], 'A')?.id, 'A');
  });

  test('does not take blanks for nothing', () => assert.equal(findBatch([{ id: 'A ' }], 'A'), undefined));
});

/** Asserts how many devices each request of a new batch carries. */
function assertParts(
  devices: readonly UploadDevice[],
  limits: { devices: number; bytes?: number },
  ...counts: number[]
) {
  const plan = planUpload({ batchId: 'b', devices }, [], {
    maxDevicesPerRequest: limits.devices,
    ...(limits.bytes === undefined ? {} : { maxBodyBytes: limits.bytes }),
  });
  assert.deepEqual(
    plan.parts.map(({ count }) => count),
    counts,
  );
}

suite('planUpload: parts', () => {
  test('one request where everything fits', () => assertParts(devicesOf(500), { devices: 500 }, 500));
  test('one more for one device more', () => assertParts(devicesOf(501), { devices: 500 }, 500, 1));
  test('one device each', () => assertParts(devicesOf(3), { devices: 1 }, 1, 1, 1));
  test('none without devices', () => assertParts([], { devices: 500 }));
  test('cut by size', () => assertParts(devicesOf(4), { devices: 500, bytes: 215 }, 2, 2));
  test('a device larger than the limit goes alone', () =>
    assertParts(
      [{ serialNumber: 'a' }, { hardwareHash: 'x'.repeat(300) }, { serialNumber: 'b' }],
      { devices: 9, bytes: 200 },
      1,
      1,
      1,
    ));

  test('limits the bytes by itself', () => {
    const devices = Array.from({ length: 1000 }, () => ({ hardwareHash: 'h'.repeat(4000) }));
    const { parts } = planUpload({ batchId: 'b', devices }, [], { maxDevicesPerRequest: 1000 });
    assert.ok(parts.length === 2 && parts.every(({ bytes }) => bytes <= maxBodyBytes));
  });

  test('covers every device once, in order, with exact lengths within the limits', () => {
    const random = new Random(20_250_301);
    for (let round = 0; round < 60; round++) {
      const devices = Array.from({ length: random.below(40) }, (): UploadDevice => ({
        serialNumber: 'é"x'.repeat(random.below(30)),
        ...(random.below(3) === 0 ? { policies: [{ key: 'o_o_b_e', value: 'v' }] } : {}),
      }));
      const limits = { maxDevicesPerRequest: 1 + random.below(12), maxBodyBytes: 100 + random.below(900) };
      const append = random.below(2) === 0;
      const { parts } = planUpload({ batchId: 'b', devices }, append ? [{ id: 'b' }] : [], limits);

      let next = 0;
      for (const [index, { first, count, bytes }] of parts.entries()) {
        const share = devices.slice(first, first + count);
        const body = index === 0 && !append ? createBody('b', share) : appendBody(share);
        assert.equal(first, next);
        assert.equal(body.length, bytes);
        assert.ok(count >= 1 && count <= limits.maxDevicesPerRequest);
        assert.ok(count === 1 || bytes <= limits.maxBodyBytes);
        next += count;
      }
      assert.equal(next, devices.length);
    }
  });
});
