import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { Entra } from './entra.ts';
import { homeTenantId } from './entra/grants.ts';
import { eventually } from './eventually.ts';
import { PartnerCenter } from './partnerCenter.ts';
import { openWorkbench, type WorkbenchOptions } from './workbench/openWorkbench.ts';
import type { Workbench } from './workbench/workbench.ts';

/** All that an upload with a sign-in has to ask. */
export const expectedHosts: readonly string[] = [
  'api.partnercenter.microsoft.com',
  'login.microsoftonline.com',
  'vscode.dev',
];

/** The app registration in the settings of a `PartnerWindow`. */
export const clientId = 'f0e1d2c3-1111-4222-8333-444455556666';

/** A window of somebody who works for a partner: set up to sign in, with Entra and Partner Center under their real names. */
export class PartnerWindow implements AsyncDisposable {
  readonly entra: Entra;
  readonly partnerCenter: PartnerCenter;
  readonly workbench: Workbench;
  readonly #resources: AsyncDisposable;

  static async open(options: WorkbenchOptions): Promise<PartnerWindow> {
    await using resources = new AsyncDisposableStack();
    const partnerCenter = resources.use(await PartnerCenter.start());
    const entra = resources.use(await Entra.start({ partnerCenter: partnerCenter.answer }));
    const workbench = resources.use(
      await openWorkbench({
        ...options,
        settings: {
          ...entra.settings,
          'deviceBatch.auth.clientId': clientId,
          'deviceBatch.auth.tenantId': homeTenantId,
          'deviceBatch.status.pollSeconds': 2,
          ...options.settings,
        },
        env: entra.env,
        hosts: entra.hosts,
      }),
    );
    return new PartnerWindow(entra, partnerCenter, workbench, resources.move());
  }

  private constructor(entra: Entra, partnerCenter: PartnerCenter, workbench: Workbench, resources: AsyncDisposable) {
    this.entra = entra;
    this.partnerCenter = partnerCenter;
    this.workbench = workbench;
    this.#resources = resources;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources[Symbol.asyncDispose]();
  }

  /** Has the extension write everything it can into its output channel. */
  async logEverything(): Promise<void> {
    const { workbench } = this;
    await eventually(async () => {
      // The list that is open does not learn of channels that come in later.
      await workbench.runCommand('Developer: Set Log Level...');
      await workbench.quickInput.pick('Device Batch', { seconds: 2 });
    }, 60);
    await workbench.quickInput.pick('Trace');
  }

  /** What the extension has written to its output channel, as the file has it. */
  log(): string {
    const { logs } = this.workbench.server;
    const files = globSync('**/zero-touch.device-batch/*.log', { cwd: logs });
    return files.map(file => readFileSync(path.join(logs, file), 'utf8')).join('');
  }

  /** The hosts outside this machine that the extension, VS Code or the sign-in pages asked for, had or refused. */
  hosts(): readonly string[] {
    const { requests, proxy } = this.entra;
    const asked = [...proxy.tunnels, ...proxy.refusals].map(target => target.replace(/:443$/, ''));
    return [...new Set([...requests.map(({ host }) => host), ...asked])].toSorted();
  }

  /** The files of the server, of its user and in the window's folder that contain one of the texts; relative paths. */
  filesWith(texts: readonly string[]): readonly string[] {
    const { scratch } = this.workbench.server;
    return globSync('**/*', { cwd: scratch }).filter(file => {
      const whole = path.join(scratch, file);
      if (!statSync(whole).isFile()) {
        return false;
      }
      const content = readFileSync(whole, 'latin1');
      return texts.some(text => content.includes(text));
    });
  }
}
