import assert from 'node:assert/strict';
import { after, before, beforeEach, suite, test } from 'node:test';

import type { Locator } from 'playwright-core';

import type { DeviceOutcome } from '../../src/core/upload/outcome.ts';
import type { DeviceRow, PageContent, StatusContent } from '../../src/webview/protocol.ts';
import {
  already,
  anUpload,
  byPosition,
  customerId,
  endedPart,
  failed,
  registered,
  trackingId,
  unanswered,
  uploadId,
  waiting,
  watchedPart,
} from '../features/status/anUpload.ts';
import { BareStatusPage, themes } from '../harness/bareStatusPage.ts';
import { eventually } from '../harness/eventually.ts';

// The host's half speaks through `vscode`, which the stub of the unit tests stands in for.
await import('../support/register.mjs');
const { jobContent } = await import('../../src/features/status/jobContent.ts');
const { pageTexts } = await import('../../src/features/status/pageTexts.ts');
const { uploadContent } = await import('../../src/features/status/uploadContent.ts');

/** Five thousand devices: 50 of each hundred are registered, 20 were before, 10 failed, 20 wait. */
const thousands = Array.from({ length: 5000 }, (_, place): DeviceOutcome => {
  const rest = place % 10;
  if (rest === 3) {
    return failed('808', 'ZtdDeviceAssignedToOtherTenant');
  }
  return rest < 5 ? registered : rest < 7 ? already : rest < 9 ? waiting : byPosition;
});

function running(outcomes: readonly DeviceOutcome[] = thousands): StatusContent {
  return uploadContent(anUpload([watchedPart(outcomes)]), { models: undefined, lookedAt: 0 });
}

const ended = uploadContent(
  anUpload([endedPart([registered, failed('808', 'ZtdDeviceAssignedToOtherTenant'), already])]),
  { models: ['Latitude 5450', 'ThinkPad T14 Gen 5', undefined], lookedAt: undefined },
);

suite('the status page, without VS Code around it', () => {
  let bare: BareStatusPage;
  before(async () => {
    bare = await BareStatusPage.open({ viewport: { width: 1280, height: 800 } });
  });
  beforeEach(() => bare.restart());
  after(async () => {
    const { problems } = bare;
    await bare[Symbol.asyncDispose]();
    assert.deepEqual(problems, []);
  });

  async function open(content: PageContent): Promise<void> {
    const target = { is: 'upload', id: uploadId } as const;
    await bare.receive({ is: 'open', language: 'en', texts: pageTexts(), target, content });
    await bare.takePosted();
  }

  const button = (name: string | RegExp): Locator => bare.page.getByRole('button', { name, exact: true });
  const rows = (): Locator => bare.page.locator('[role=grid] .body [role=row]');
  const grid = (): Locator => bare.page.getByRole('grid');
  const focused = (): Promise<string> => bare.page.evaluate(() => document.activeElement?.textContent ?? '');
  const column = (name: string): Promise<readonly string[]> => rows().locator(`.${name}`).allInnerTexts();

  test('asks for what it is to show', async () => {
    assert.deepEqual(await bare.takePosted(), [{ is: 'ready' }]);
  });

  test('says what became of an upload', async () => {
    await open(ended);
    assert.equal(await bare.page.getByRole('heading').innerText(), 'Sales laptops');
    assert.equal(await bare.page.locator('.headline').innerText(), '1 of 3 devices failed.');
    assert.deepEqual(await bare.page.getByRole('list', { name: 'Devices by status' }).locator('li').allInnerTexts(), [
      '1\nRegistered',
      '1\nAlready registered',
      '1\nFailed',
    ]);
    assert.deepEqual(await column('serial'), ['S1', 'S2', 'S3']);
    assert.deepEqual(await column('model'), ['Latitude 5450', 'ThinkPad T14 Gen 5', '']);
    assert.deepEqual(await column('status'), ['Registered', 'Failed', 'Already registered']);
    const [, wrong] = await column('wrong');
    assert.equal(wrong, 'The device is registered to another organization.\n808 ZtdDeviceAssignedToOtherTenant');
  });

  test('draws of 5,000 devices those in sight', async () => {
    await open(running());
    assert.equal(await grid().getAttribute('aria-rowcount'), '5001');
    assert.ok((await rows().count()) < 60);
    await grid().evaluate(element => element.scrollTo(0, element.scrollHeight));
    await rows().filter({ hasText: 'S5000' }).waitFor();
    assert.ok((await rows().count()) < 60);
    assert.deepEqual(await gaps(rows()), []);
  });

  test('gives rows the height that their texts need, at any width', async () => {
    await open(running());
    for (const width of [900, 1900, 1280]) {
      await bare.page.setViewportSize({ width, height: 800 });
      await eventually(async () => assert.deepEqual(await gaps(rows()), []));
    }
  });

  for (const theme of themes) {
    test(`is accessible: ${theme}`, async () => {
      await bare.useTheme(theme);
      for (const [name, content] of Object.entries(theme === 'light' ? contents : { running: running(), waits })) {
        await open(content);
        await bare.page.evaluate(() => document.querySelectorAll('details').forEach(box => (box.open = true)));
        await bare.screenshot(`${name}-${theme}`);
        assert.deepEqual(await bare.accessibilityProblems(), [], name);
      }
    });
  }

  test('finds, filters and sorts devices, and copies what it shows', async () => {
    await open(running());
    await bare.page.getByRole('searchbox').fill('s12 OTHER organization');
    assert.equal(await bare.page.locator('.shown').innerText(), '11 of 5000 devices');
    await bare.page.getByRole('columnheader', { name: 'Serial number' }).click();
    await bare.page.getByRole('columnheader', { name: 'Serial number' }).click();
    assert.equal((await column('serial'))[0], 'S1294');
    await button('Copy Table').click();
    assert.deepEqual((await bare.takePosted()).at(-1), {
      is: 'copy-table',
      numbers: [1294, 1284, 1274, 1264, 1254, 1244, 1234, 1224, 1214, 1204, 124],
    });
    await button('Waiting 1000').click();
    assert.equal(await bare.page.locator('.shown').innerText(), 'No device matches');
    await bare.page.getByRole('searchbox').fill('');
    await button('Failed 500').click();
    assert.equal(await bare.page.locator('.shown').innerText(), '500 of 5000 devices');
    assert.deepEqual(new Set(await column('status')), new Set(['Failed']));
  });

  test('is used by keyboard', async () => {
    await open(running());
    const { keyboard } = bare.page;
    await button('Save as CSV…').focus();
    await keyboard.press('Tab');
    assert.equal(await focused(), 'No.');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    assert.equal(await focused(), 'S1');
    await keyboard.press('PageDown');
    await keyboard.press('ArrowUp');
    const serial = await focused();
    assert.match(serial, /^S\d\d$/);
    await keyboard.press('Enter');
    assert.deepEqual(await bare.takePosted(), [{ is: 'go-to-device', number: Number(serial.slice(1)) }]);
    await keyboard.press('Control+End');
    assert.equal(await bare.page.evaluate(() => document.activeElement?.className), 'cell next');
    assert.equal(await grid().locator('[tabindex="0"]').count(), 1);
    await keyboard.press('Home');
    assert.equal(await focused(), '5000');
    await keyboard.press('Control+Home');
    await keyboard.press('Enter');
    assert.equal(await bare.page.getByRole('columnheader', { name: 'No.' }).getAttribute('aria-sort'), 'descending');
    await keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'Save as CSV…');
    await keyboard.press('Control+f');
    await keyboard.type('S42');
    assert.equal(await bare.page.getByRole('searchbox').inputValue(), 'S42');
  });

  test('copies the cell that has the focus', async () => {
    await open(ended);
    await rows().nth(1).locator('.serial button').focus();
    await bare.page.keyboard.press('Control+c');
    assert.equal(await bare.page.evaluate(() => navigator.clipboard.readText()), 'S2');
  });

  test('keeps the focus and the place while the job goes on', async () => {
    await open(running());
    await button('Waiting 1000').click();
    await rows().filter({ hasText: 'S18' }).first().locator('.serial button').focus();
    await grid().evaluate(element => element.scrollTo(0, 3000));
    await bare.receive({ is: 'show', content: running(thousands.map(one => (one === waiting ? registered : one))) });
    assert.equal(await bare.page.locator('.headline').innerText(), '500 of 5000 devices failed.');
    assert.equal(await button('Waiting 0').getAttribute('aria-pressed'), 'true');
    await bare.receive({ is: 'show', content: running() });
    assert.equal((await rows().count()) > 5, true);
  });

  test('moves the focus with its device', async () => {
    await open(running());
    await rows().first().locator('.serial button').focus();
    await bare.receive({ is: 'show', content: running([already, ...thousands.slice(1)]) });
    assert.equal(await focused(), 'S1');
  });

  test('looks the same after a reload', async () => {
    await open(running());
    await button('Failed 500').click();
    await bare.page.getByRole('columnheader', { name: 'Serial number' }).click();
    await bare.page.getByRole('searchbox').fill('s1');
    await grid().evaluate(element => element.scrollTo(0, 1000));
    await bare.page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state') ?? '').look.scrollTop === 1000);
    await bare.reload();
    await open(running());
    assert.equal(await bare.page.getByRole('searchbox').inputValue(), 's1');
    assert.equal(await button(/^Failed/).getAttribute('aria-pressed'), 'true');
    assert.equal(await grid().evaluate(element => element.scrollTop), 1000);
  });

  test('asks nothing before it is told to', async () => {
    await open(unasked);
    assert.deepEqual(await bare.page.locator('.facts dd').allInnerTexts(), [customerId, trackingId]);
    assert.equal(await grid().isVisible(), false);
    assert.deepEqual(await bare.takePosted(), []);
    await button('Load').click();
    assert.deepEqual(await bare.takePosted(), [{ is: 'refresh' }]);
  });

  test('shows foreign text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)><b>[x](command:evil)</b>';
    const device: DeviceRow = {
      number: 1,
      serial: hostile,
      model: hostile,
      status: 'failed',
      byPosition: false,
      explanation: 0,
    };
    const explanation = { wrong: hostile, service: hostile, next: hostile };
    await open({ ...ended, title: hostile, headline: hostile, devices: [device], explanations: [explanation] });
    assert.equal(await bare.page.locator('img, b, a').count(), 0);
    assert.equal(await bare.page.getByRole('heading').innerText(), hostile);
    assert.deepEqual(await column('serial'), [hostile]);
  });

  test('offers only what can be done', async () => {
    await open(ended);
    const offered = async () => bare.page.locator('.toolbar button:visible').allInnerTexts();
    assert.deepEqual(await offered(), ['New Manifest of Failed Devices', 'Show Raw Answer', 'Copy Support Details']);
    await bare.receive({ is: 'show', content: { ...ended, actions: [] } });
    assert.deepEqual(await offered(), []);
    assert.equal(await rows().locator('button').count(), 0);
  });

  test('fits a narrow window, and one at 200 percent', async () => {
    await open(running());
    await bare.page.setViewportSize({ width: 400, height: 500 });
    await bare.screenshot('narrow');
    const overflow = await bare.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    assert.equal(overflow, false);
    await grid().scrollIntoViewIfNeeded();
    assert.ok(((await grid().boundingBox())?.height ?? 0) > 200);
    await bare.screenshot('narrow-table');
    await bare.page.setViewportSize({ width: 1280, height: 800 });
  });
});

const unasked = jobContent({ customerId, trackingId }, { is: 'unasked' });

/** An upload in parts that waits for the user. */
const waits = uploadContent(
  anUpload(
    [
      endedPart([registered, unanswered, byPosition, failed('817', 'ZtdSomethingNew')]),
      {
        first: 4,
        count: 3,
        is: 'unknown',
        requestId: trackingId,
        sentAt: 0,
        lookUntil: 1,
        before: { readAt: 0, listed: 0 },
      },
      { first: 7, count: 2, is: 'planned' },
    ],
    { stop: { is: 'paused', at: 0, because: 'interrupted' }, isRunning: false },
  ),
  { models: undefined, lookedAt: undefined },
);

/** Everything that a page can show. */
const contents: Readonly<Record<string, PageContent>> = {
  running: running(),
  ended,
  waits,
  unasked,
  loading: jobContent({ customerId, trackingId }, { is: 'asking' }),
  failed: jobContent({ customerId, trackingId }, { is: 'failed', error: new Error('a bug') }),
};

/** Where rows overlap or leave a gap: none may. */
async function gaps(rows: Locator): Promise<readonly number[]> {
  return rows.evaluateAll(elements =>
    elements
      .map(element => element.getBoundingClientRect())
      .flatMap(({ bottom }, index, boxes) => {
        const next = boxes[index + 1];
        return next === undefined || Math.abs(next.top - bottom) < 0.5 ? [] : [next.top - bottom];
      }),
  );
}
