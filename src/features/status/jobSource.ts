import * as vscode from 'vscode';

import { ApiError } from '../../api/apiError.ts';
import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { type JobAddress, statusLink } from '../../api/statusLink.ts';
import { retryAfterOf } from '../../uploads/failureKind.ts';
import { longestWatchMs, lookDelayMs } from '../../uploads/rhythm.ts';
import type { Clock } from '../../uploads/uploadPorts.ts';
import type { FrozenAccount } from '../../uploads/uploadRecord.ts';
import type { PageContent, SavedTarget } from '../../webview/protocol.ts';
import { isRunning, type JobState, jobContent } from './jobContent.ts';
import { productVersions } from './productVersions.ts';
import type { RawAnswer } from './rawAnswers.ts';
import type { StatusSource } from './statusSource.ts';
import { jobSupportDetails } from './supportDetails.ts';

export interface JobPorts {
  /** Signs in as this window's settings say, asking the user if need be. */
  readonly signIn: (signal: AbortSignal) => Promise<FrozenAccount>;
  /** Only in the `foreground` may the user be asked to sign in. */
  readonly connect: (
    account: FrozenAccount,
    ground: 'foreground' | 'background',
  ) => Pick<PartnerCenterClient, 'jobStatus'>;
  readonly clock: Clock;
  readonly pollSeconds: () => number;
}

/** A job that is known by its two ids only. It is asked for once the user says so, and then while the page is in sight. */
export class JobSource implements StatusSource {
  readonly target: SavedTarget;
  readonly #job: JobAddress;
  readonly #ports: JobPorts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #state: JobState = { is: 'unasked' };
  #watch: AbortController | undefined;
  #visible = true;

  constructor(job: JobAddress, ports: JobPorts) {
    const { customerId, trackingId } = job;
    this.target = { is: 'job', customerId, trackingId };
    this.#job = job;
    this.#ports = ports;
  }

  content(): PageContent {
    return jobContent(this.#job, this.#state);
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) {
      return;
    }
    this.#visible = visible;
    const { signal } = this.#newWatch();
    const state = this.#state;
    if (visible && state.is === 'read' && isRunning(state)) {
      void this.#look(state.account, 'background', signal).then(() => this.#goOn(signal));
    }
  }

  async refresh(): Promise<void> {
    const { signal } = this.#newWatch();
    const before = this.#state;
    if (before.is !== 'read') {
      this.#become({ is: 'asking' });
    }
    try {
      const account = before.is === 'read' ? before.account : await this.#ports.signIn(signal);
      await this.#look(account, 'foreground', signal);
      void this.#goOn(signal);
    } catch (error) {
      if (!signal.aborted) {
        this.#become(before);
        throw error;
      }
    }
  }

  record(): undefined {
    return undefined;
  }

  async decide(): Promise<void> {}

  link(): string | undefined {
    return this.#state.is === 'read' ? statusLink(new URL(this.#state.account.base), this.#job) : undefined;
  }

  async readAnswer(): Promise<RawAnswer | undefined> {
    const { trackingId } = this.#job;
    return this.#state.is === 'read' ? { trackingId, json: this.#state.status.json } : undefined;
  }

  supportDetails(): string {
    const state = this.#state;
    const read = state.is === 'read' ? state : undefined;
    const error = state.is === 'failed' ? state.error : read?.trouble;
    return jobSupportDetails(
      { job: this.#job, account: read?.account, ids: read?.status.ids, error },
      productVersions(),
    );
  }

  dispose(): void {
    this.#watch?.abort();
    this.#changed.dispose();
  }

  /** Ends the watch that runs. */
  #newWatch(): AbortController {
    this.#watch?.abort();
    this.#watch = new AbortController();
    return this.#watch;
  }

  #become(state: JobState): void {
    this.#state = state;
    this.#changed.fire();
  }

  /** Looks again and again, until the job has ended. Never rejects. */
  async #goOn(signal: AbortSignal): Promise<void> {
    const { clock, pollSeconds } = this.#ports;
    const since = clock.now();
    for (let looks = 1; clock.now() - since < longestWatchMs; looks += 1) {
      const state = this.#state;
      if (signal.aborted || state.is !== 'read' || !isRunning(state)) {
        return;
      }
      const retryAfterMs = ApiError.is(state.trouble, 'throttled', 'unavailable')
        ? retryAfterOf(state.trouble.failure)
        : undefined;
      const delay = lookDelayMs({ looks, ageMs: clock.now() - since, retryAfterMs }, pollSeconds());
      await clock.sleep(delay, signal).catch(() => undefined);
      if (!signal.aborted) {
        await this.#look(state.account, 'background', signal);
      }
    }
  }

  /** Never rejects: what fails is shown. */
  async #look(account: FrozenAccount, ground: 'foreground' | 'background', signal: AbortSignal): Promise<void> {
    const { connect, clock } = this.#ports;
    try {
      const status = await connect(account, ground).jobStatus(this.#job, signal);
      this.#become({ is: 'read', account, status, lookedAt: clock.now(), trouble: undefined });
    } catch (error) {
      if (!signal.aborted) {
        const state = this.#state;
        this.#become(state.is === 'read' ? { ...state, trouble: error } : { is: 'failed', error });
      }
    }
  }
}
