import { trimBlanks } from '../blanks.ts';
import { fingerprint, withCode } from '../fingerprint.ts';
import type { HardwareHash, HashFacts } from '../hash/hardwareHash.ts';
import { kind } from '../manifest/characterKinds.ts';
import type { ScannedDevice, ScannedField } from '../manifest/scannedDevice.ts';
import type { TextSource } from '../manifest/textSource.ts';
import { valuesOf } from './machine.ts';
import { markOfNames, markOfProductKey, markOfTpmKey } from './marks.ts';
import { isPlaceholder } from './placeholder.ts';

/** What devices that differ in their numbers only have in common. What is not there is `undefined`. */
interface Make {
  readonly isHashed: boolean;
  readonly hasSerialNumber: boolean;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly makerInside: string | undefined;
  readonly modelInside: string | undefined;
  /** The fingerprints of the maker, as typed and as it stands inside the hash. */
  readonly makerPrints: readonly number[];
}

/** More makes than a list has; it is a limit to memory, nothing else. */
const mostMakes = 1000;

/**
 * Recognises devices that no rule has anything to say about: those with an intact hash or none, and no typed product key, that differ
 * from one about which the rules were asked in nothing but numbers, as long as the serial number is like most, or the one
 * inside the hash.
 */
export class QuietDevices {
  readonly #makes = new Map<number, Make>();

  /** Notes the make of a device that the rules had nothing to say about. `hash` is its own. */
  add(device: ScannedDevice, source: TextSource, hash: HardwareHash | undefined): void {
    if (!isEligible(device, hash) || this.#makes.size >= mostMakes) return;
    const added = makeOf(device, source, factsOf(hash));
    // Blanks are no names.
    if ([added.maker, added.model].every(name => name === undefined || (name !== '' && trimBlanks(name) === name))) {
      this.#makes.set(keyOf(device, factsOf(hash)), added);
    }
  }

  /** The device's marks (see `marksOf`) if it is recognised; else `undefined`. `hash` is its own. */
  marksOf(device: ScannedDevice, source: TextSource, hash: HardwareHash | undefined): readonly number[] | undefined {
    if (!isEligible(device, hash)) return undefined;
    const { serialNumber } = device;
    const facts = factsOf(hash);
    const known = this.#makes.get(keyOf(device, facts));
    if (known === undefined || !isOfMake(device, source, facts, known)) return undefined;
    if (facts === undefined) {
      return isUsual(serialNumber) ? marksOfNames(serialNumber.fingerprint, known) : undefined;
    }
    return isInside(textOf(serialNumber, source), facts) ? marksInside(facts, known) : undefined;
  }
}

/** The marks of an intact hash, and of what is typed beside it: that says nothing else. */
function marksInside(facts: HashFacts, make: Make): readonly number[] {
  const marks = marksOfNames(fingerprint(facts.serialNumber ?? ''), make);
  const ofKeys = [markOfTpmKey(facts), markOfProductKey(facts.productKeyId)];
  for (const mark of ofKeys) if (mark !== undefined) marks.push(mark);
  return marks;
}

function marksOfNames(serialNumber: number, { makerPrints }: Make): number[] {
  return makerPrints.map(maker => markOfNames(serialNumber, maker));
}

function isEligible({ productKey, hardwareHash }: ScannedDevice, hash: HardwareHash | undefined): boolean {
  return !productKey.isThere && (hardwareHash.isThere ? hash?.is === 'intact' : true);
}

function makeOf(device: ScannedDevice, source: TextSource, facts: HashFacts | undefined): Make {
  const maker = textOf(device.oemManufacturerName, source);
  return {
    isHashed: facts !== undefined,
    hasSerialNumber: device.serialNumber.isThere,
    maker,
    model: textOf(device.modelName, source),
    makerInside: facts?.manufacturer,
    modelInside: facts?.model,
    makerPrints: valuesOf({ typed: maker, inside: facts?.manufacturer }).map(name => fingerprint(name)),
  };
}

function isOfMake(
  { serialNumber, oemManufacturerName, modelName }: ScannedDevice,
  source: TextSource,
  facts: HashFacts | undefined,
  make: Make,
): boolean {
  return (
    make.isHashed === (facts !== undefined) &&
    make.hasSerialNumber === serialNumber.isThere &&
    make.maker === textOf(oemManufacturerName, source) &&
    make.model === textOf(modelName, source) &&
    make.makerInside === facts?.manufacturer &&
    make.modelInside === facts?.model
  );
}

/** A number that is the same for the same make, and nearly always another for another one. */
function keyOf({ oemManufacturerName: maker, modelName: model }: ScannedDevice, facts: HashFacts | undefined): number {
  const typed = withCode(maker.isThere ? maker.fingerprint : 0, model.isThere ? model.fingerprint : 0);
  return facts === undefined ? typed : fingerprint(facts.model ?? '', fingerprint(facts.manufacturer ?? '', typed));
}

function factsOf(hash: HardwareHash | undefined): HashFacts | undefined {
  return hash?.is === 'intact' ? hash.facts : undefined;
}

function textOf(field: ScannedField, source: TextSource): string | undefined {
  return field.isThere ? field.text(source) : undefined;
}

/** Whether the hash has a serial number, and none other is typed. */
function isInside(typed: string | undefined, { serialNumber: inside }: HashFacts): boolean {
  return inside !== undefined && !isPlaceholder(inside) && (typed === undefined || typed === inside);
}

/** The longest placeholder of digits alone has ten of them. */
const longestPlaceholder = 10;

const usualKinds = kind.zero | kind.digit | kind.letter | kind.x | kind.dash;

/** Whether a serial number is neither blank nor padded nor a placeholder, for of those none has digits and letters alone. */
function isUsual({ isThere, kinds, start, end }: ScannedField): boolean {
  const hasDigit = (kinds & kind.digit) !== 0;
  const isLong = end - start > longestPlaceholder;
  return isThere && hasDigit && (kinds & ~usualKinds) === 0 && ((kinds & kind.letter) !== 0 || isLong);
}
