import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { ApiError } from '../../../src/api/apiError.ts';
import type { JobStatus } from '../../../src/api/partnerCenterClient.ts';
import type { JobReport } from '../../../src/core/upload/jobReport.ts';
import { JobSource } from '../../../src/features/status/jobSource.ts';
import type { FrozenAccount } from '../../../src/uploads/uploadRecord.ts';
import { customerId, trackingId } from './anUpload.ts';

const account: FrozenAccount = { cloud: 'public', base: 'https://api.partnercenter.microsoft.com' };
const processing: JobReport = { status: 'processing', devices: [{ serialNumber: 'S1' }] };
const finished: JobReport = { status: 'finished', devices: [{ serialNumber: 'S1', status: 'finished' }] };
const offline = new ApiError({ reason: 'unreachable', fault: 'dns' }, undefined);

/** A page's job with a service that answers by the script, one line of `log` per thing that happens. */
class Scene {
  readonly log: string[] = [];
  readonly source: JobSource;
  readonly #script: (JobReport | Error)[];
  #now = 0;
  #wake: (() => void) | undefined;
  signIn: () => Promise<FrozenAccount> = async () => account;

  constructor(...script: (JobReport | Error)[]) {
    this.#script = script;
    this.source = new JobSource(
      { customerId, trackingId },
      {
        signIn: async () => {
          this.log.push('sign in');
          return this.signIn();
        },
        connect: (_, ground) => ({ jobStatus: async () => this.#answer(ground) }),
        clock: { now: () => this.#now, sleep: async (ms, signal) => this.#sleep(ms, signal) },
        pollSeconds: () => 5,
      },
    );
    this.source.onDidChange(() => this.log.push(this.#shown()));
  }

  /** Lets the time pass that the source waits for. */
  async wake(): Promise<void> {
    this.#wake?.();
    await settled();
  }

  #answer(ground: string): JobStatus {
    this.log.push(`ask in the ${ground}`);
    const next = this.#script.shift() ?? new Error('The script is over.');
    if (next instanceof Error) {
      throw next;
    }
    return { report: next, json: '{}', ids: { requestId: 'r', correlationId: 'c' } };
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.log.push(`wait ${ms / 1000} s`);
    await new Promise<void>((resolve, reject) => {
      this.#wake = () => {
        this.#now += ms;
        resolve();
      };
      signal.addEventListener('abort', () => {
        this.log.push('stop waiting');
        reject(new Error('aborted'));
      });
    });
  }

  #shown(): string {
    const content = this.source.content();
    return content.is === 'status' ? `show: ${content.headline}` : `show ${content.is}`;
  }
}

/** All that can happen without time has happened. */
async function settled(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
}

async function refreshed(scene: Scene): Promise<void> {
  await scene.source.refresh();
  await settled();
}

const waits = 'show: Still running: the device waits for its answer.';

suite('a job that is in no record', () => {
  test('is not asked for by itself', async () => {
    const scene = new Scene(processing);
    scene.source.setVisible(true);
    await settled();
    assert.deepEqual([scene.log, scene.source.content().is], [[], 'unasked']);
  });

  test('is asked for after signing in, again and again until it has ended', async () => {
    const scene = new Scene(processing, processing, finished);
    await refreshed(scene);
    await scene.wake();
    await scene.wake();
    await scene.wake();
    assert.deepEqual(scene.log, [
      'show loading',
      'sign in',
      'ask in the foreground',
      waits,
      'wait 5 s',
      'ask in the background',
      waits,
      'wait 7.5 s',
      'ask in the background',
      'show: The device is registered.',
    ]);
  });

  test('is not asked for while nobody looks', async () => {
    const scene = new Scene(processing, finished);
    await refreshed(scene);
    scene.source.setVisible(false);
    await settled();
    assert.equal(scene.log.at(-1), 'stop waiting');
    scene.source.setVisible(true);
    await settled();
    assert.deepEqual(scene.log.slice(-2), ['ask in the background', 'show: The device is registered.']);
  });

  test('is not asked for more often because the page gets the focus', async () => {
    const scene = new Scene(processing);
    await refreshed(scene);
    scene.source.setVisible(true);
    await settled();
    assert.equal(scene.log.at(-1), 'wait 5 s');
  });

  test('keeps what is known while it cannot be asked for, and goes on', async () => {
    const scene = new Scene(processing, offline, finished);
    await refreshed(scene);
    await scene.wake();
    assert.equal(scene.log.at(-2), waits);
    await scene.wake();
    assert.equal(scene.log.at(-1), 'show: The device is registered.');
  });

  test('says why it cannot be asked for', async () => {
    const scene = new Scene(offline);
    await refreshed(scene);
    assert.equal(scene.log.at(-1), 'show failed');
  });

  test('is as before when the user calls the sign-in off', async () => {
    const scene = new Scene(processing);
    scene.signIn = async () => {
      throw new vscode.CancellationError();
    };
    await assert.rejects(scene.source.refresh(), vscode.CancellationError);
    assert.deepEqual(scene.log, ['show loading', 'sign in', 'show unasked']);
  });

  test('is left alone once the page is closed', async () => {
    const scene = new Scene(processing, finished);
    await refreshed(scene);
    scene.source.dispose();
    await settled();
    assert.equal(scene.log.at(-1), 'stop waiting');
  });

  test('has a link and a raw answer once it was read', async () => {
    const scene = new Scene(finished);
    assert.deepEqual([scene.source.link(), await scene.source.readAnswer()], [undefined, undefined]);
    await refreshed(scene);
    assert.equal(
      scene.source.link(),
      `https://api.partnercenter.microsoft.com/v1/customers/${customerId}/batchJobStatus/${trackingId}`,
    );
    assert.deepEqual(await scene.source.readAnswer(), { trackingId, json: '{}' });
  });
});
