import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { clouds, emulatorAt } from '../../../src/api/clouds.ts';
import {
  otherCustomersQuestion,
  type Question,
  type UploadQuestion,
  uploadQuestion,
} from '../../../src/features/upload/confirmUpload.ts';
import { aRecord, accepted } from '../../uploads/aRecord.ts';

process.env['TZ'] = 'UTC';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const onePart = [{ first: 0, count: 120, bytes: 1000 }];

const plain: UploadQuestion = {
  customer: { id: contoso, companyName: 'Contoso', domain: 'contoso.example', lookup: 'confirmed' },
  account: { cloud: 'public', base: 'https://api.partnercenter.microsoft.com', id: 'a1', label: 'kim@partner.example' },
  cloud: clouds.public,
  plan: { batch: { is: 'create', batchId: 'Berlin' }, parts: onePart },
  presence: { is: 'new-batch' },
  devices: 120,
  warnings: 0,
  earlier: undefined,
  isFirstInCloud: false,
};

const appending: Partial<UploadQuestion> = {
  plan: { batch: { is: 'append', existing: { id: 'BERLIN' } }, parts: onePart },
  presence: { is: 'counted', already: 7, untold: 0 },
};

const emulator: Partial<UploadQuestion> = {
  cloud: emulatorAt(new URL('http://127.0.0.1:4321')) ?? assert.fail(),
  account: { cloud: 'emulator', base: 'http://127.0.0.1:4321' },
  isFirstInCloud: true,
};

/** Asserts what is asked where the upload differs from the plain one. */
function assertAsked(changes: Partial<UploadQuestion>, expected: Partial<Question>): void {
  const asked = uploadQuestion({ ...plain, ...changes });
  assert.deepEqual({ ...asked, ...expected }, asked);
}

/** Asserts the line of the question that begins like this one. */
function assertLine(changes: Partial<UploadQuestion>, line: string): void {
  const lines = uploadQuestion({ ...plain, ...changes }).detail.split('\n');
  assert.ok(lines.includes(line), `${JSON.stringify(line)} is none of ${JSON.stringify(lines, null, 2)}`);
}

suite('uploadQuestion', () => {
  test('says what happens, to whom, as whom and where', () =>
    assertAsked(
      {},
      {
        title: 'Upload 120 devices to Contoso?',
        detail: [
          'Customer: Contoso, contoso.example',
          `Customer id: ${contoso}`,
          'Account: kim@partner.example',
          'Cloud: public',
          '',
          'A new batch "Berlin" is created. Its name becomes the group tag.',
        ].join('\n'),
        answer: 'Upload 120 devices to Contoso',
      },
    ));

  test('says everything at once', () =>
    assertAsked(
      {
        plan: {
          batch: { is: 'append', existing: { id: 'BERLIN' } },
          parts: [...onePart, { first: 120, count: 1, bytes: 1 }],
        },
        presence: { is: 'counted', already: 7, untold: 3 },
        warnings: 2,
        earlier: aRecord([accepted], { createdAt: Date.UTC(2025, 2, 3, 14, 5) }),
        cloud: clouds.china,
        isFirstInCloud: true,
      },
      {
        detail: [
          'Customer: Contoso, contoso.example',
          `Customer id: ${contoso}`,
          'Account: kim@partner.example',
          'Cloud: China, operated by 21Vianet',
          '',
          'Everything is added to the batch "BERLIN", which exists already. Its name becomes the group tag.',
          'Already in it: 7 of 120.',
          'For 3 it cannot be told, because Partner Center does not list hashes.',
          'Sent in 2 parts.',
          '',
          'The same manifest was uploaded to this customer and batch before: Mar 3, 2025, 2:05 PM.',
          'The manifest has 2 warnings.',
          'This is the first upload to this cloud. Device deployment is documented for the public one only.',
        ].join('\n'),
      },
    ));

  test('speaks of one device', () =>
    assertAsked({ devices: 1 }, { title: 'Upload 1 device to Contoso?', answer: 'Upload 1 device to Contoso' }));

  test('names the emulator in the question, its answer and its text', () => {
    assertAsked(emulator, {
      title: 'Upload 120 devices to Contoso (emulator)?',
      answer: 'Upload 120 devices to Contoso (emulator)',
    });
    assertLine(emulator, 'Cloud: emulator, nothing is registered');
  });

  test('shows a customer that this account may not read by its id alone', () => {
    const customer = { id: contoso, lookup: 'refused' } as const;
    assertAsked({ customer }, { title: `Upload 120 devices to ${contoso}?` });
    assertLine({ customer }, 'Its name is not known: this account may not read customers.');
  });

  test('leaves out what a customer has not', () =>
    assertLine({ customer: { id: contoso, companyName: 'Contoso', lookup: 'confirmed' } }, 'Customer: Contoso'));

  test('shows the hostile name of a company in one harmless line', () => {
    const companyName = 'Contoso\n](command:x) \u202E';
    const line = String.raw`Contoso\n] (command:x) \u202E`;
    assertAsked(
      { customer: { id: contoso, companyName, lookup: 'confirmed' } },
      { title: `Upload 120 devices to ${line}?` },
    );
  });

  test('counts what is in the batch already', () => assertLine(appending, 'Already in it: 7 of 120.'));
  test('says that it cannot be counted', () =>
    assertLine(
      { ...appending, presence: { is: 'refused' } },
      'Which of them are in it already is not known: this account may not read the batch.',
    ));
  test('counts one warning', () => assertLine({ warnings: 1 }, 'The manifest has 1 warning.'));

  test('speaks of the cloud that nobody documents once, and of the emulator not at all', () => {
    const caution = /documented/;
    for (const changes of [{ cloud: clouds.china }, { isFirstInCloud: true }, emulator]) {
      assert.doesNotMatch(uploadQuestion({ ...plain, ...changes }).detail, caution);
    }
    assert.match(uploadQuestion({ ...plain, cloud: clouds.usGovernment, isFirstInCloud: true }).detail, caution);
  });
});

suite('otherCustomersQuestion', () => {
  const fabrikam = aRecord([accepted], { customer: { id: 'f', companyName: 'Fabrikam' } });
  const nameless = aRecord([accepted], { customer: { id: '47021739-3426-40bf-9601-61b4b6d7c793' } });

  test('names the other customer', () => {
    const { title, answer } = otherCustomersQuestion(new Map([['s1', fabrikam]]), plain);
    assert.equal(title, '1 of these devices was uploaded for another customer before: Fabrikam.');
    assert.equal(answer, 'Upload Them to Contoso All the Same');
  });

  test('names each of several once, by the id where there is no name', () => {
    const sent = new Map([
      ['s1', fabrikam],
      ['s2', fabrikam],
      ['s3', nameless],
    ]);
    assert.equal(
      otherCustomersQuestion(sent, plain).title,
      '3 of these devices were uploaded for another customer before: Fabrikam and 47021739-3426-40bf-9601-61b4b6d7c793.',
    );
  });
});
