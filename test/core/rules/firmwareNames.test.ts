import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { firmwareMaker, isMarketingModel } from '../../../src/core/rules/firmwareNames.ts';

function assertMaker(firmware: string | undefined, ...names: readonly string[]): void {
  assert.deepEqual(
    names.map(name => [name, firmwareMaker(name)]),
    names.map(name => [name, firmware]),
  );
}

function assertModels(maker: string, expected: boolean, ...models: readonly string[]): void {
  assert.deepEqual(
    models.map(model => [model, isMarketingModel(maker, model)]),
    models.map(model => [model, expected]),
  );
}

suite('The names that firmware has', () => {
  test('makers are known in their usual spellings', () => {
    assertMaker('LENOVO', 'LENOVO', 'Lenovo', 'lenovo');
    assertMaker('Dell Inc.', 'Dell Inc.', 'Dell', 'DELL', 'Dell Inc', 'DELL INC.');
    assertMaker('Microsoft Corporation', 'Microsoft Corporation', 'Microsoft', 'microsoft corp.', 'Microsoft Corp');
    assertMaker('HP', 'HP', 'Hp', 'HP Inc.', 'hp inc');
  });

  test('nothing is said of other makers, however near', () => {
    assertMaker(undefined, 'Hewlett-Packard', 'HPE', 'Dell Wyse', 'Contoso', 'Microsoft Azure', '', 'LENOVO Group');
  });

  test('a model of HP begins with HP, but for the brands that end in it', () => {
    assertModels(
      'HP',
      false,
      'HP EliteBook 840 G8 Notebook PC',
      'HP ProDesk 600 G5 Desktop Mini',
      'OMEN by HP Laptop 16',
    );
    assertModels('HP', true, 'EliteBook 840 G8', 'HPEliteBook', 'hp EliteBook 840 G8 Notebook PC', 'Z by HPE');
  });

  test('a model of Lenovo is a machine type, not a brand', () => {
    assertModels('LENOVO', false, '21G2001VUS', '21R3001BUK', '82L5', '4291AB1');
    assertModels('LENOVO', true, 'ThinkPad T14', 'ThinkPad', 'Yoga 7', 'Lenovo 300e', 'T14 Gen 3', 'IdeaPad5');
  });

  test('nothing is said of models of other makers', () => {
    assertModels('Dell Inc.', false, 'Latitude 5530', 'ThinkPad T14');
    assertModels('Microsoft Corporation', false, 'Surface Laptop');
  });
});
