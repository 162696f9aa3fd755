import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { drain } from '../../../../src/core/manifest/drain.ts';
import { removalOfDevices } from '../../../../src/core/manifest/fixes/removalOfDevices.ts';
import type { Manifest } from '../../../../src/core/manifest/manifest.ts';
import { readManifestInSteps } from '../../../../src/core/manifest/readManifest.ts';
import { applyEdits } from '../../../../src/core/manifest/textEdit.ts';
import { Random, rounds } from '../../../support/random.ts';

const blanks = ['', '', ' ', '\n', '\r\n    ', '\n\t', '  \n  '];
const comments = ['/* kept */', ' // kept\n', '// kept\r\n    ', ' /* kept\n */ '];

interface Layout {
  readonly language: 'json' | 'jsonc';
  readonly text: string;
}

/** A manifest of `count` devices, with anything that may stand between its tokens. */
function randomLayout(random: Random, count: number): Layout {
  const language = random.pick(['json', 'jsonc'] as const);
  const gap = () => random.pick(language === 'json' || random.below(3) > 0 ? blanks : comments);
  const devices = Array.from(
    { length: count },
    (_, index) => `${gap()}{ "productKey":${random.pick(blanks)}"${index}" }${gap()}`,
  );
  const comma = language === 'jsonc' && random.below(3) === 0 ? `,${gap()}` : '';
  return { language, text: `{ "devices": [${devices.join(',')}${comma}]${gap()}}` };
}

function read({ text, language }: Layout): Manifest {
  return drain(readManifestInSteps(text, language));
}

function keysOf({ devices }: Manifest): readonly number[] {
  return devices.map(({ fields }) => (fields.productKey?.is === 'text' ? Number(fields.productKey.text) : Number.NaN));
}

function commentCount(text: string): number {
  return text.split('kept').length;
}

suite('The removal of devices', () => {
  test('leaves the others, the comments between them, and a text without faults, however it is laid out', () => {
    const random = new Random(41);
    for (let round = 0; round < rounds(600); round += 1) {
      const layout = randomLayout(random, 1 + random.below(6));
      const manifest = read(layout);
      const removed = keysOf(manifest).filter(() => random.below(2) === 0);
      const edits = removalOfDevices(manifest, removed);
      const text = applyEdits(layout.text, edits);
      const after = read({ ...layout, text });
      const shown = `${layout.text}\nwithout ${removed.join(', ')}\n${text}`;

      assert.deepEqual(after.syntaxFaults, [], shown);
      assert.deepEqual(
        keysOf(after),
        keysOf(manifest).filter(key => !removed.includes(key)),
        shown,
      );
      assert.equal(commentCount(text), commentCount(layout.text), shown);
      assert.ok(
        edits.every(({ span }, index) => index === 0 || (edits[index - 1]?.span.end ?? 0) < span.start),
        shown,
      );
    }
  });

  test('takes lines along that hold nothing else', () => {
    const text = '{\n  "devices": [\n    {\n    },\n    {\n    },\n    {}\n  ]\n}\n';
    const manifest = read({ text, language: 'json' });
    assert.equal(
      applyEdits(text, removalOfDevices(manifest, [1])),
      '{\n  "devices": [\n    {\n    },\n    {}\n  ]\n}\n',
    );
    assert.equal(applyEdits(text, removalOfDevices(manifest, [1, 2])), '{\n  "devices": [\n    {\n    }\n  ]\n}\n');
    assert.equal(applyEdits(text, removalOfDevices(manifest, [0, 1])), '{\n  "devices": [\n    {}\n  ]\n}\n');
  });
});
