import { restoreHash as restored } from '../../hash/restoreHash.ts';
import { textField } from '../manifest.ts';
import { deviceAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';

export interface RestoreHashFix extends FixBase {
  readonly kind: 'restore-hash';
}

/** Removes quotation marks and line breaks from a hash and restores its padding, where its checksum shows that nothing else is wrong. */
export const restoreHash: FixMaker<RestoreHashFix> = function* ({ code, span }, { manifest, sha256 }) {
  if (code !== 'hash-damaged' && code !== 'hash-altered' && code !== 'hash-unrecognized') return;
  const device = deviceAt(manifest, span.start);
  const written = device && textField(device, 'hardwareHash');
  const hash = written && restored(written.text, sha256);
  if (hash !== undefined) yield { kind: 'restore-hash', edits: [{ span, text: JSON.stringify(hash) }] };
};
