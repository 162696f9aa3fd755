import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { clouds, emulatorAt } from '../../../../src/api/clouds.ts';
import { drain } from '../../../../src/core/manifest/drain.ts';
import { checkInSteps } from '../../../../src/core/manifest/validate.ts';
import { batchOf } from '../../../../src/core/upload/batchOf.ts';
import { planUpload } from '../../../../src/core/upload/plan.ts';
import type { AskedUpload } from '../../../../src/features/upload/askPartnerCenter.ts';
import { previewText } from '../../../../src/features/upload/preview/previewText.ts';
import type { PreviewedUpload } from '../../../../src/features/upload/preview/previewedUpload.ts';
import { hardwareHash } from '../../../support/hashBuilder.ts';
import { sha256 } from '../../../support/sha256.ts';
import { contoso, documentedExample } from '../uploadDesk.ts';

/** A preview that Partner Center was not asked about, of a manifest without problems. */
function previewed(text: string, changes: Partial<PreviewedUpload> = {}, maxDevicesPerRequest = 500): PreviewedUpload {
  const check = drain(checkInSteps(text, { language: 'json', sha256 }));
  const batch = batchOf(check.manifest) ?? assert.fail('no batch');
  const uri = vscode.Uri.parse('file:///lab/a.devicebatch.json');
  const source = { uri, languageId: 'json', isUnsaved: false, isLive: true, read: async () => text };
  return {
    manifest: { source, text, check, batch, warnings: 0 },
    choice: { is: 'named', id: contoso, by: 'manifest' },
    cloud: clouds.public,
    plan: planUpload(batch, [], { maxDevicesPerRequest }),
    asked: undefined,
    ...changes,
  };
}

function linesOf(upload: PreviewedUpload, name = 'a.devicebatch.json'): readonly string[] {
  return drain(previewText(upload, name)).split('\n');
}

function assertLine(upload: PreviewedUpload, line: string): void {
  const lines = linesOf(upload);
  assert.ok(lines.includes(line), `${JSON.stringify(line)} is none of ${JSON.stringify(lines, null, 2)}`);
}

suite('previewText', () => {
  test('shows the documented example as it would go out, and says what is not known', () => {
    const upload = previewed(documentedExample, { choice: { is: 'open' } });
    assert.deepEqual(linesOf({ ...upload, manifest: { ...upload.manifest, warnings: 3 } }), [
      '# Preview of a.devicebatch.json',
      '',
      'Nothing was sent. This is the manifest as it was when the preview was made.',
      '',
      '- Customer: not known yet, you choose it when you upload. {customer-id} stands for its id.',
      '- Cloud: public',
      '- Whether there is a batch "SDKTestDeviceBatch" already, only Partner Center knows. The requests are those for a new one; if there is one, everything is added to it. Its name becomes the group tag.',
      '- The manifest has 3 warnings.',
      '',
      'Hashes are cut behind their first 12 characters here, and product keys down to their last 4. The body of a request has no line breaks.',
      '',
      '## Request 1 of 1: 1 device',
      '',
      '```http',
      'POST https://api.partnercenter.microsoft.com/v1/customers/{customer-id}/deviceBatches HTTP/1.1',
      'Authorization: Bearer (your access token)',
      'Accept: application/json',
      'Content-Type: application/json',
      'MS-RequestId: (a new GUID)',
      'MS-CorrelationId: (a new GUID)',
      'X-Locale: en-US',
      'MS-PartnerCenter-Application: Device Batch for VS Code',
      'Content-Length: 235',
      '',
      '{"BatchId":"SDKTestDeviceBatch","Devices":[',
      '  {"SerialNumber":"1R9-ZNP67","ProductKey":"…A606","HardwareHash":"DummyHash123","Attributes":{"ObjectType":"Device"}}',
      '],"Attributes":{"ObjectType":"DeviceBatchCreationRequest"}}',
      '```',
      '',
    ]);
  });

  const three = JSON.stringify({
    batchId: 'Berlin #1',
    devices: ['A', 'B', 'C'].map(serialNumber => ({ serialNumber, hardwareHash: hardwareHash({ serialNumber }) })),
  });

  test('shows every part, the later ones as they are added to the batch', () => {
    const lines = linesOf(previewed(three, {}, 2));
    assert.deepEqual(
      lines.filter(line => /^(## |POST |\[|\]|\{)/.test(line)),
      [
        '## Request 1 of 2: 2 devices',
        `POST https://api.partnercenter.microsoft.com/v1/customers/${contoso}/deviceBatches HTTP/1.1`,
        '{"BatchId":"Berlin #1","Devices":[',
        '],"Attributes":{"ObjectType":"DeviceBatchCreationRequest"}}',
        '## Request 2 of 2: 1 device',
        `POST https://api.partnercenter.microsoft.com/v1/customers/${contoso}/deviceBatches/Berlin%20%231/devices HTTP/1.1`,
        '[',
        ']',
      ],
    );
    assert.ok(lines.includes('- Sent in 2 parts.'));
  });

  test('holds no whole hash', () =>
    assert.deepEqual(
      linesOf(previewed(three)).filter(line => /[A-Za-z0-9+/]{100}/.test(line)),
      [],
    ));

  test('names where the customer comes from', () => {
    assertLine(previewed(three), `- Customer: ${contoso}, from the manifest`);
    const choice = { is: 'named', id: contoso, by: 'setting' } as const;
    assertLine(previewed(three, { choice }), `- Customer: ${contoso}, from the setting deviceBatch.customerId`);
  });

  test('tells what Partner Center said once it was asked', () => {
    const base = previewed(three, { cloud: emulatorAt(new URL('http://127.0.0.1:4321')) ?? assert.fail() });
    const plan = planUpload(base.manifest.batch, [{ id: 'BERLIN #1' }], { maxDevicesPerRequest: 500 });
    const asked: AskedUpload = {
      account: { cloud: 'emulator', base: 'http://127.0.0.1:4321' },
      cloud: base.cloud,
      customer: { id: contoso, companyName: 'Contoso', lookup: 'confirmed' },
      plan,
      presence: { is: 'counted', already: 1, untold: 0 },
      identities: [],
      records: [],
    };
    assert.deepEqual(
      linesOf({ ...base, asked, plan }).filter(line => /^(- |POST )/.test(line)),
      [
        '- Customer: Contoso',
        `- Customer id: ${contoso}`,
        '- Cloud: emulator, nothing is registered',
        '- Everything is added to the batch "BERLIN #1", which exists already. Its name becomes the group tag.',
        '- Already in it: 1 of 3.',
        `POST http://127.0.0.1:4321/v1/customers/${contoso}/deviceBatches/BERLIN%20%231/devices HTTP/1.1`,
      ],
    );
  });

  test('shows the body that is sent, line breaks and shortened values aside', () => {
    const devices = [{ serialNumber: 'a\u202Eb', oemManufacturerName: 'É', modelName: '"\\' }];
    const lines = linesOf(previewed(JSON.stringify({ batchId: 'B\u2028', devices })));
    const body = lines.slice(lines.indexOf('```http')).join('\n').split('\n\n')[1]?.replace('\n```', '') ?? '';
    assert.deepEqual(JSON.parse(body), {
      BatchId: 'B\u2028',
      Devices: [
        {
          SerialNumber: 'a\u202Eb',
          ModelName: '"\\',
          OemManufacturerName: 'É',
          Attributes: { ObjectType: 'Device' },
        },
      ],
      Attributes: { ObjectType: 'DeviceBatchCreationRequest' },
    });
    assert.doesNotMatch(body, /[\u202E\u2028]/, 'what cannot be seen is escaped');
  });
});
