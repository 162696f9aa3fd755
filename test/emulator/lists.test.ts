import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { contoso, Emulated, type WireAnswer } from './emulated.ts';

const batches = `/v1/customers/${contoso}/deviceBatches`;

/** All pages of a list, by the continuation token alone. */
async function pagesOf(emulated: Emulated, first: string, next: string): Promise<readonly WireAnswer[]> {
  const pages: WireAnswer[] = [];
  let page = (await emulated.get(first)).value;
  pages.push(page);
  while (page.continuationToken !== undefined) {
    page = (await emulated.get(next, { 'MS-ContinuationToken': page.continuationToken })).value;
    pages.push(page);
  }
  return pages;
}

function search(field: string, value: string, operator = 'starts_with'): string {
  return `/v1/customers?size=0&filter=${encodeURIComponent(JSON.stringify({ Field: field, Value: value, Operator: operator }))}`;
}

suite('batches', () => {
  test('come with their count and a link that is not encoded', async () => {
    await using emulated = await Emulated.start();
    await emulated.finished('Test batch', [{ productKey: 'K1' }, { productKey: 'K2' }, { productKey: 'K3-812' }]);

    assert.deepEqual((await emulated.get(batches)).value, {
      totalCount: 1,
      items: [
        {
          id: 'Test batch',
          status: 'finished',
          creationDate: '2025-06-01T12:00:00',
          devicesCount: 2,
          devicesLink: {
            uri: `/customers/${contoso}/deviceBatches/Test batch/devices`,
            method: 'GET',
            headers: [],
          },
          attributes: { objectType: 'DeviceBatch' },
        },
      ],
      attributes: { objectType: 'Collection' },
    });
  });
});

suite('devices of a batch', () => {
  test('come in pages of 100, each counting itself', async () => {
    await using emulated = await Emulated.start();
    await emulated.finished(
      'A',
      Array.from({ length: 205 }, (_, index) => ({ productKey: `K${index}` })),
    );

    const pages = await pagesOf(emulated, `${batches}/a/devices`, `${batches}/a/devices`);

    assert.deepEqual(
      pages.map(({ totalCount }) => totalCount),
      [100, 100, 5],
    );
    assert.equal(new Set(pages.flatMap(({ items }) => items.map(item => item.productKey))).size, 205);
  });

  test('show what was typed in, never a hash', async () => {
    await using emulated = await Emulated.start();
    await emulated.finished('A', [
      {
        hardwareHash: 'DummyHash123',
        serialNumber: 'S1',
        modelName: 'Book',
        policies: [{ Key: 'o_o_b_e', Value: 'p' }],
      },
      { hardwareHash: 'DummyHash1234' },
    ]);

    const [first, second] = (await emulated.get(`${batches}/A/devices`)).value.items;

    assert.deepEqual(first, {
      id: first?.id,
      serialNumber: 'S1',
      modelName: 'Book',
      policies: [{ key: 'o_o_b_e', value: 'p' }],
      uploadedDate: '2025-06-01T12:00:06.0000000+00:00',
      ' attributes': { objectType: 'Device' },
    });
    assert.deepEqual(Object.keys(second ?? {}), ['id', 'policies', 'uploadedDate', 'attributes']);
  });

  test('refuse a token that is none', async () => {
    await using emulated = await Emulated.start();
    await emulated.create('A', [{ productKey: 'K1' }]);

    assert.equal((await emulated.get(`${batches}/A/devices`, { 'MS-ContinuationToken': 'x' })).status, 400);
  });
});

suite('customers', () => {
  test('come page by page, named as the next by token and by link', async () => {
    await using emulated = await Emulated.start();

    const pages = await pagesOf(emulated, '/v1/customers?size=60', '/v1/customers?seekOperation=Next');

    assert.deepEqual(
      pages.map(({ totalCount }) => totalCount),
      [60, 60, 32],
    );
    assert.deepEqual(pages[0]?.links.next?.headers, [
      { key: 'MS-ContinuationToken', value: pages[0]?.continuationToken },
    ]);
    assert.equal(pages[2]?.links.next, undefined);
    assert.equal(new Set(pages.flatMap(({ items }) => items.map(item => item.id))).size, 152);
  });

  test('are found by how their name or domain starts, in any case', async () => {
    await using emulated = await Emulated.start();
    const names = async (path: string): Promise<string[]> =>
      (await emulated.get(path)).value.items.map(item => item.companyProfile.companyName);

    assert.deepEqual(await names(search('CompanyName', 'cont')), ['Contoso']);
    assert.deepEqual(await names(search('Domain', 'fabrikam.')), ['Fabrikam']);
    assert.equal((await names(search('CompanyName', 'île verte'))).length, 10);
    assert.deepEqual(await names(search('CompanyName', 'toso')), []);
  });

  test('keep their filter from page to page', async () => {
    await using emulated = await Emulated.start();
    const filtered = search('CompanyName', 'birch').replace('size=0', 'size=4');

    const pages = await pagesOf(emulated, filtered, '/v1/customers?seekOperation=next');

    assert.deepEqual(
      pages.map(({ totalCount }) => totalCount),
      [4, 4, 2],
    );
  });

  test('refuse a field or operator they do not know', async () => {
    await using emulated = await Emulated.start();

    for (const path of [search('City', 'x'), search('Domain', 'x', 'contains'), '/v1/customers?filter=%7B']) {
      assert.equal((await emulated.get(path)).value.code, '2000');
    }
  });

  test('show one by its id', async () => {
    await using emulated = await Emulated.start();

    const { status, value } = await emulated.get(`/v1/customers/${contoso.toUpperCase()}`);

    assert.equal(status, 200);
    assert.deepEqual(
      [value.id, value.companyProfile.companyName, value.relationshipToPartner],
      [contoso, 'Contoso', 'reseller'],
    );
  });
});
