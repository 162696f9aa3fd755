import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { logUploads } from '../../../src/features/upload/logUploads.ts';
import { createLog } from '../../../src/platform/log.ts';
import type { UploadEvent } from '../../../src/uploads/uploadEvent.ts';
import { phaseOf } from '../../../src/uploads/uploadPhase.ts';
import type { UploadRecord } from '../../../src/uploads/uploadRecord.ts';
import type { UploadChange } from '../../../src/uploads/uploads.ts';
import { aReading, aRecord, accepted, planned, sending, trackingId, unknown, withJob } from '../../uploads/aRecord.ts';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const link = `https://api.partnercenter.microsoft.com/v1/customers/${contoso}/batchJobStatus/${trackingId}`;
const ids = { requestId: 'r-sent', correlationId: 'c-sent', received: { requestId: 'r-got', correlationId: 'c-got' } };

/** What the log holds after an event that left the record so, as `level|message`, and whether the panel was shown. */
function logged(
  event: UploadEvent,
  record: UploadRecord,
): { readonly lines: readonly string[]; readonly shown: number } {
  const lines: string[] = [];
  let shown = 0;
  const write = (level: string) => (message: string | Error) => void lines.push(`${level}|${String(message)}`);
  const log = createLog({
    logLevel: vscode.LogLevel.Debug,
    trace: write('trace'),
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    show: () => void shown++,
  });
  const changes = new vscode.EventEmitter<UploadChange>();
  logUploads(changes.event, log);
  const view = { record, phase: phaseOf(record), isRunning: true, blockage: undefined };
  changes.fire({ id: record.id, view, event });
  return { lines, shown };
}

function assertLogged(event: UploadEvent, record: UploadRecord, ...lines: readonly string[]): void {
  assert.deepEqual(logged(event, record).lines, lines);
}

suite('logUploads', () => {
  test('says what is being sent, to whom, and under which id', () =>
    assertLogged(
      { is: 'batch-read', at: 0, part: 0, reading: aReading(), requestId: 'r1' },
      aRecord([sending, planned]),
      `info|Sending part 1 of 2 (2 devices, batch Test batch) to Contoso (${contoso}), MS-RequestId r1`,
    ));

  test('prints the status link as a message of its own, and shows the panel', () => {
    const event = { is: 'accepted', at: 0, part: 0, job: { is: 'link', trackingId }, ids } as const;
    assert.deepEqual(logged(event, aRecord([accepted])), {
      lines: [
        `info|Partner Center accepted part 1 of 1 (2 devices, batch Test batch) for Contoso (${contoso})`,
        `info|Status: ${link}`,
      ],
      shown: 1,
    });
  });

  test('leads to the emulator where that accepted them, and says who it was', () =>
    assertLogged(
      { is: 'accepted', at: 0, part: 0, job: { is: 'link', trackingId }, ids },
      aRecord([accepted], { account: { cloud: 'emulator', base: 'http://127.0.0.1:4321' } }),
      `info|The emulator, which registers nothing, accepted part 1 of 1 (2 devices, batch Test batch) for Contoso (${contoso})`,
      `info|Status: http://127.0.0.1:4321/v1/customers/${contoso}/batchJobStatus/${trackingId}`,
    ));

  test('says why there is no link', () => {
    for (const [because, why] of [
      ['no-link', 'it gave none'],
      ['other-customer', 'the one it gave is of another customer'],
    ] as const) {
      assertLogged(
        { is: 'accepted', at: 0, part: 0, job: { is: because }, ids },
        aRecord([withJob({ is: 'untracked', because })]),
        `info|Partner Center accepted part 1 of 1 (2 devices, batch Test batch) for Contoso (${contoso})`,
        `warn|There is no link to the status, as ${why}. Look for the batch Test batch in Partner Center.`,
      );
    }
  });

  test('writes the words for a failure, what the service said, and the ids sent and received; and shows the panel', () => {
    const answer = {
      is: 'answer',
      status: 400,
      code: '3000',
      text: 'Invalid property: BatchId.\nStatus: https://evil.example',
      details: [],
      body: 'json',
      retryAfterMs: undefined,
    } as const;
    const event = { is: 'failed', at: 0, part: 0, failure: { reason: 'refused', answer }, ids } as const;
    const { lines, shown } = logged(event, aRecord([planned]));
    const [first = '', ...others] = lines.join('\n').split('\n');
    assert.equal(first, `error|Uploading part 1 of 1 (2 devices, batch Test batch) to Contoso (${contoso}) failed`);
    assert.ok(others.every(line => line.startsWith('│ ')));
    for (const fact of [
      '│ MS-RequestId: sent r-sent, received r-got',
      '│ MS-CorrelationId: sent c-sent, received c-got',
      '│ Check the values in the manifest.',
    ]) {
      assert.ok(others.includes(fact), `${fact} is missing in ${others.join('\n')}`);
    }
    assert.match(others.join('\n'), /^│ Answer: 400, 3000, Invalid property: BatchId\.$/m);
    assert.equal(shown, 1);
  });

  test('tells a lost answer like a failure', () => {
    const failure = { reason: 'unknown-outcome', because: { is: 'no-answer', fault: 'reset' } } as const;
    const { lines, shown } = logged({ is: 'outcome-lost', at: 0, part: 0, failure, ids }, aRecord([unknown]));
    assert.match(lines.join('\n'), /It is not known whether Partner Center accepted the devices\./);
    assert.equal(shown, 1);
  });

  test('says what a look at the batch has shown', () => {
    const look = { is: 'looked', at: 0, part: 0 } as const;
    assertLogged(
      { ...look, reading: aReading(1) },
      aRecord([unknown]),
      'info|Looked for part 1 of 1 (2 devices, batch Test batch): the batch lists 1 of its devices',
    );
    assertLogged(
      { ...look, reading: aReading(2) },
      aRecord([withJob({ is: 'untracked', because: 'found-in-batch' })]),
      'info|Found part 1 of 1 (2 devices, batch Test batch), so it was accepted: the batch lists 2 of its devices',
    );
  });

  test('keeps foreign names on the line and harmless', () => {
    const record = aRecord([planned], { batch: { id: 'B\nStatus: x', is: 'to-create' } });
    const { lines } = logged({ is: 'cancelled', at: 0 }, record);
    assert.deepEqual(lines, [String.raw`info|The upload of batch B\nStatus: x to Contoso (${contoso}): cancelled`]);
  });
});
