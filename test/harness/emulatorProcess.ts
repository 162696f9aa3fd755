// A Partner Center emulator in a process of its own: node test/harness/emulatorProcess.ts [options as JSON]
//
// Options are `secret`, `port` and `knobs` of startEmulator, and `"events": true`. Everything on stdin and stdout is one
// JSON value per line. The first line out is { address, secret }. With `events` every request follows as { received } and
// { handled, status }. A line in is { knobs } to turn some (`faults` replaces those to come), or { "show": "registry" },
// which is answered with { registry: { devices, jobs } }. It runs until stdin closes.
import { createInterface } from 'node:readline';

import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import type { Knobs } from '../../src/emulator/knobs.ts';
import { type EmulatorOptions, startEmulator } from '../../src/emulator/startEmulator.ts';

interface ProcessOptions extends Pick<EmulatorOptions, 'secret' | 'port' | 'knobs'> {
  readonly events?: boolean;
}

interface Order {
  readonly knobs?: Partial<Knobs>;
  readonly show?: 'registry';
}

const { events, ...options } = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions;

await using emulator = await startEmulator({
  ...options,
  ...(events === true && {
    onReceived: (request: ReceivedRequest) => print({ received: request }),
    onHandled: (request: ReceivedRequest, { status }: { readonly status: number }) =>
      print({ handled: request, status }),
  }),
});
print({ address: emulator.address.href, secret: emulator.secret });

for await (const line of createInterface(process.stdin)) {
  obey(JSON.parse(line) as Order);
}

function obey({ knobs, show }: Order): void {
  if (knobs !== undefined) {
    const { faults, ...others } = knobs;
    Object.assign(emulator.knobs, others);
    if (faults !== undefined) {
      emulator.knobs.faults.splice(0, Infinity, ...faults);
    }
  }
  if (show === 'registry') {
    print({ registry: { devices: emulator.registry.devices(), jobs: emulator.registry.jobs() } });
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
