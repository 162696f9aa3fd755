import { decodeHardwareHash } from '../hash/decode.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { hasNotes } from '../rules/hashNote.ts';
import { marksOf } from '../rules/marks.ts';
import { QuietDevices } from '../rules/quietDevices.ts';
import { type DeviceFindings, checkDevice, checkTextDevice, hashOfDevice } from './checkDevice.ts';
import type { DeviceCheckOptions } from './checkOptions.ts';
import { DeviceScanner } from './deviceScanner.ts';
import { DeviceTable } from './deviceTable.ts';
import type { ItemRun, ItemSink, ReadEntry } from './jsonReader.ts';
import type { Device } from './manifest.ts';
import { deviceOf } from './readManifest.ts';
import type { ScannedDevice, ScannedField } from './scannedDevice.ts';

/** The most devices that are taken without a pause. */
const devicesPerRun = 256;

/** Checks the devices of a text while they are read, and keeps no more of each than a table does. */
export class DeviceCollector implements ItemSink {
  readonly #text: string;
  readonly #options: DeviceCheckOptions;
  readonly #scanner = new DeviceScanner();
  readonly #quiet = new QuietDevices();
  #table = new DeviceTable();

  constructor(text: string, options: DeviceCheckOptions) {
    this.#text = text;
    this.#options = options;
  }

  /** The devices of the last list. */
  get table(): DeviceTable {
    return this.#table;
  }

  begin(): void {
    this.#table = new DeviceTable();
  }

  take(entry: ReadEntry): void {
    const device = deviceOf(entry);
    const hash = hashOfDevice(device, this.#options.sha256);
    this.#add(device, hash, checkDevice(device, hash, this.#options));
  }

  scan(start: number, index: number): ItemRun | undefined {
    let count = 0;
    const end = this.#scanner.scan(this.#text, start, scanned => {
      const isTaken = count < devicesPerRun && this.#takeScanned(scanned, index + count);
      if (isTaken) count += 1;
      return isTaken;
    });
    return end === undefined ? undefined : { count, end };
  }

  #takeScanned(scanned: ScannedDevice, index: number): boolean {
    const hash = this.#hashOf(scanned.hardwareHash);
    if (!isBase64(hash) && !scanned.hasPlainHash(this.#text)) return false;
    const marks = hasNotes(hash, this.#options.now) ? undefined : this.#quiet.marksOf(scanned, this.#text, hash);
    if (marks === undefined) {
      this.#judge(scanned, index, hash);
    } else {
      this.#table.add({ span: scanned, index, marks, findings: undefined });
    }
    return true;
  }

  #judge(scanned: ScannedDevice, index: number, hash: HardwareHash | undefined): void {
    const device = scanned.toDevice(this.#text, index);
    const findings = checkTextDevice(device, hash, this.#options);
    this.#add(device, hash, findings);
    if (isEmpty(findings)) this.#quiet.add(scanned, this.#text, hash);
  }

  #hashOf(field: ScannedField): HardwareHash | undefined {
    const text = field.isThere ? field.text(this.#text) : '';
    return text === '' ? undefined : decodeHardwareHash(text, this.#options.sha256);
  }

  #add(device: Device, hash: HardwareHash | undefined, findings: DeviceFindings): void {
    const { span, index } = device;
    this.#table.add({
      span,
      index,
      marks: marksOf(device, hash),
      findings: isEmpty(findings) ? undefined : findings,
    });
  }
}

function isEmpty({ problems, notes }: DeviceFindings): boolean {
  return problems.length === 0 && notes.length === 0;
}

/** Whether every character of a hash was looked at, and is one of base64. */
function isBase64(hash: HardwareHash | undefined): boolean {
  const isRead = hash !== undefined && hash.is !== 'unrecognized' && !hash.hasBlanks;
  return isRead && !(hash.is === 'damaged' && hash.damage.kind === 'character');
}
