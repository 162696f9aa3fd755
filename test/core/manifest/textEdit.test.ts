import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type TextEdit, applyEdits, joinEdits } from '../../../src/core/manifest/textEdit.ts';

function edit(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text };
}

suite('edits', () => {
  test('are applied in any order, all to the text before', () => {
    assert.equal(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1'), edit(4, 4, 'and ')]), '1 and two 3');
    assert.equal(applyEdits('one', []), 'one');
  });

  const joined: readonly (readonly [what: string, groups: readonly (readonly TextEdit[])[], text: string])[] = [
    ['keeps what is apart, sorted', [[edit(8, 9, 'T')], [edit(0, 1, 'O'), edit(4, 5, 'W')]], 'One Wwo Three'],
    ['keeps what touches', [[edit(0, 3, '1')], [edit(3, 4, '-')], [edit(4, 7, '2')]], '1-2 three'],
    [
      'makes an edit once that is wanted twice',
      [
        [edit(0, 0, '> '), edit(0, 3, '1')],
        [edit(0, 0, '> '), edit(4, 7, '2')],
      ],
      '> 1 2 three',
    ],
    [
      'leaves out a whole group that overlaps an earlier one',
      [[edit(0, 5, 'x')], [edit(4, 7, 'y'), edit(8, 13, 'z')]],
      'xwo three',
    ],
    ['leaves out an insertion where another stands', [[edit(4, 4, 'a ')], [edit(4, 4, 'b ')]], 'one a two three'],
    ['leaves out an insertion inside a removal', [[edit(0, 4, '')], [edit(2, 2, 'x')]], 'two three'],
  ];
  for (const [what, groups, text] of joined) {
    test(`joining them ${what}`, () => assert.equal(applyEdits('one two three', joinEdits(groups)), text));
  }
});
