import { withCode } from '../fingerprint.ts';
import { kind } from '../manifest/characterKinds.ts';
import type { ScannedDevice, ScannedField } from '../manifest/scannedDevice.ts';
import type { TextSource } from '../manifest/textSource.ts';
import { markOfNames } from './marks.ts';

/** The maker and model of devices that no rule has anything to say about. */
interface QuietKind {
  readonly maker: string;
  readonly model: string;
}

/** More kinds of machines than a list has; it is a limit to memory, nothing else. */
const mostKinds = 1000;

/**
 * Recognises devices that no rule has anything to say about: those known by serial number, maker and model that differ only in the
 * serial number from one about which the rules were asked, as long as it is like most serial numbers.
 */
export class QuietDevices {
  readonly #kinds = new Map<number, QuietKind>();

  /** Notes the kind of a device that the rules had nothing to say about. */
  add(device: ScannedDevice, source: TextSource): void {
    if (!isKnownByTuple(device) || this.#kinds.size === mostKinds) return;
    const { oemManufacturerName: maker, modelName: model } = device;
    this.#kinds.set(keyOf(device), { maker: maker.text(source), model: model.text(source) });
  }

  /** The device's mark (see `marksOf`) if it is recognised; else `undefined`. */
  markOf(device: ScannedDevice, source: TextSource): number | undefined {
    if (!isKnownByTuple(device) || !isUsual(device.serialNumber)) return undefined;
    const { serialNumber, oemManufacturerName: maker, modelName: model } = device;
    const known = this.#kinds.get(keyOf(device));
    const isRecognised = known?.maker === maker.text(source) && known.model === model.text(source);
    return isRecognised ? markOfNames(serialNumber.fingerprint, maker.fingerprint) : undefined;
  }
}

function keyOf({ oemManufacturerName, modelName }: ScannedDevice): number {
  return withCode(oemManufacturerName.fingerprint, modelName.fingerprint);
}

/** Whether it is a device of the three names, none of them beyond ASCII, and nothing else. */
function isKnownByTuple({
  serialNumber,
  oemManufacturerName,
  modelName,
  productKey,
  hardwareHash,
}: ScannedDevice): boolean {
  const isTuple = serialNumber.isThere && oemManufacturerName.isThere && modelName.isThere;
  return isTuple && !productKey.isThere && !hardwareHash.isThere && (oemManufacturerName.kinds & kind.foreign) === 0;
}

/** The longest placeholder of digits alone has ten of them. */
const longestPlaceholder = 10;

const usualKinds = kind.zero | kind.digit | kind.letter | kind.x | kind.dash;

/** Whether a serial number is neither blank nor padded nor a placeholder, for of those none has digits and letters alone. */
function isUsual({ kinds, start, end }: ScannedField): boolean {
  const hasDigit = (kinds & kind.digit) !== 0;
  const isLong = end - start > longestPlaceholder;
  return hasDigit && (kinds & ~usualKinds) === 0 && ((kinds & kind.letter) !== 0 || isLong);
}
