import { checkDevice, hashOfDevice } from '../../src/core/manifest/checkDevice.ts';
import type { CheckOptions } from '../../src/core/manifest/checkOptions.ts';
import { drain } from '../../src/core/manifest/drain.ts';
import { rootObjects } from '../../src/core/manifest/manifestObjects.ts';
import type { Problem } from '../../src/core/manifest/problem.ts';
import { readManifest } from '../../src/core/manifest/readManifest.ts';
import { findRepeats } from '../../src/core/rules/findRepeats.ts';
import { machineOf } from '../../src/core/rules/machine.ts';
import { batchRules, crossRules, objectRules } from '../../src/core/rules/rules.ts';

/**
 * Every problem of a manifest by the plain way: one reader reads all of it, every rule is asked about every device, and every device is
 * compared with all before it. It is what the product must tell, however it finds that faster.
 */
export function plainCheck(text: string, options: CheckOptions): readonly Problem[] {
  const manifest = readManifest(text, options.language);
  const objects = rootObjects(manifest);
  const devices = manifest.devices.map(device => {
    const hash = hashOfDevice(device, options.sha256);
    return { ...checkDevice(device, hash, options), machine: machineOf(device, hash) };
  });
  const facts = {
    span: manifest.devicesProperty?.nameSpan ?? manifest.span,
    deviceCount: manifest.deviceCount,
    maxDevicesPerRequest: options.maxDevicesPerRequest ?? 500,
    notes: devices.flatMap(({ notes }) => notes),
    repeats: drain(findRepeats(devices.map(({ machine }) => machine))),
  };
  const problems = [
    ...batchRules.flatMap(rule => [...rule(manifest)]),
    ...objectRules.flatMap(rule => objects.flatMap(object => [...rule(object)])),
    ...devices.flatMap(device => device.problems),
    ...crossRules.flatMap(rule => [...rule(facts)]),
  ];
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
