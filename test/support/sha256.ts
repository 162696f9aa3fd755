import { hash } from 'node:crypto';

import type { Sha256 } from '../../src/core/sha256.ts';

export const sha256: Sha256 = bytes => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
