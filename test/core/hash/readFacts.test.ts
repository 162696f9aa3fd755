import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { decodeHardwareHash } from '../../../src/core/hash/decode.ts';
import type { HashFacts } from '../../../src/core/hash/hardwareHash.ts';
import { isVirtualMachine } from '../../../src/core/hash/isVirtualMachine.ts';
import { hardwareHash, hashBytes, hashText, stringRecord } from '../../support/hashBuilder.ts';
import type { HashContents, HashRecord } from '../../support/hashBuilder.ts';
import { sha256 } from '../../support/sha256.ts';

function factsOf(text: string): HashFacts {
  const hash = decodeHardwareHash(text, sha256);
  assert.equal(hash.is, 'intact');
  return hash.facts;
}

function assertFacts(text: string, expected: Partial<HashFacts>): void {
  const facts = factsOf(text);
  const actual = Object.fromEntries(Object.keys(expected).map(name => [name, facts[name as keyof HashFacts]]));
  assert.deepEqual(actual, expected);
}

function assertContents(contents: Partial<HashContents>, expected: Partial<HashFacts>): void {
  assertFacts(hardwareHash(contents), expected);
}

function assertRecords(records: readonly HashRecord[], expected: Partial<HashFacts>): void {
  assertFacts(hashText(hashBytes(records)), expected);
}

function assertSerialNumber(payload: Uint8Array | string, serialNumber: string | undefined): void {
  assertRecords([{ type: 14, payload: Buffer.from(payload) }], { serialNumber });
}

function assertVirtual(manufacturer: string, model: string, expected: boolean): void {
  assert.equal(isVirtualMachine({ manufacturer, model }), expected);
}

suite('a hash tells', () => {
  test('serial number, maker and model', () =>
    assertContents(
      { serialNumber: 'PF-3X 7', manufacturer: 'Dell Inc.', model: 'Latitude 5530' },
      { serialNumber: 'PF-3X 7', manufacturer: 'Dell Inc.', model: 'Latitude 5530' },
    ));
  test('the product key id', () =>
    assertContents({ productKeyId: '3305412345678' }, { productKeyId: '3305412345678' }));
  test('the UUID', () =>
    assertContents({ uuid: '4c4c4544-0051-3510-8052-b4c04f4a3432' }, { uuid: '4c4c4544-0051-3510-8052-b4c04f4a3432' }));
  test('the TPM and its key', () =>
    assertContents(
      { tpm: "TPM-Version:2.0 -VendorID:'INTC'", tpmModulus: Uint8Array.from({ length: 256 }, (_, index) => index) },
      {
        tpm: "TPM-Version:2.0 -VendorID:'INTC'",
        tpmKey: Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0')).join(''),
      },
    ));
  test('when and with what it was collected', () =>
    assertContents(
      {
        collectedAt: Date.UTC(2026, 0, 31, 23, 59, 59),
        utcOffsetMinutes: -570,
        collectedIn: 'winpe',
        architecture: 'arm64',
      },
      {
        collectedAt: Date.UTC(2026, 0, 31, 23, 59, 59),
        utcOffsetMinutes: -570,
        collectedIn: 'winpe',
        architecture: 'arm64',
        osBuild: '10.0.22631.3737',
      },
    ));
  test('memory and processor', () =>
    assertContents({ memoryGb: 32, processor: 'Contoso Core 7  ' }, { memoryGb: 32, processor: 'Contoso Core 7' }));
  test('every disk', () =>
    assertContents(
      {
        disks: [
          { sizeGb: 477, bus: 17, serialNumber: '0025_38B1 ', model: 'NVMe 512' },
          { sizeGb: 7452, bus: 11, serialNumber: '', model: 'SATA 8T' },
          { sizeGb: 0, bus: 200, serialNumber: 'X', model: '' },
        ],
      },
      {
        disks: [
          { sizeGb: 477, bus: 'NVMe', serialNumber: '0025_38B1', model: 'NVMe 512' },
          { sizeGb: 7452, bus: 'SATA', serialNumber: undefined, model: 'SATA 8T' },
          { sizeGb: undefined, bus: undefined, serialNumber: 'X', model: undefined },
        ],
      },
    ));
  test('the same whatever number of network adapters', () =>
    assertContents(
      { serialNumber: 'S1', networkAdapters: ['02:00:00:00:00:01', '02:00:00:00:00:02', '02:00:00:00:00:03'] },
      { serialNumber: 'S1' },
    ));
  test('nothing of what it does not hold', () =>
    assertRecords([], {
      serialNumber: undefined,
      manufacturer: undefined,
      model: undefined,
      productKeyId: undefined,
      uuid: undefined,
      tpmKey: undefined,
      tpm: undefined,
      collectedAt: undefined,
      utcOffsetMinutes: undefined,
      collectedIn: undefined,
      architecture: undefined,
      osBuild: undefined,
      memoryGb: undefined,
      disks: [],
      processor: undefined,
    }));
});

suite('a text inside a hash', () => {
  test('ends with a zero', () => assertSerialNumber('S1\0', 'S1'));
  test('or with its record', () => assertSerialNumber('S1', 'S1'));
  test('ends with the first of several zeros', () => assertSerialNumber('S1\0rest\0', 'S1'));
  test('stands without the blanks around it', () => assertSerialNumber('  S 1\t\0', 'S 1'));
  test('may have letters of any alphabet', () => assertSerialNumber('Ñ漢\0', 'Ñ漢'));
  test('may stand for a missing one', () => assertSerialNumber('SMBIOS_STRING_INDEX_0\0', 'SMBIOS_STRING_INDEX_0'));
  test('may be as long as any serial number is', () => assertSerialNumber('S'.repeat(255), 'S'.repeat(255)));
  test('may be empty', () => assertSerialNumber('\0', undefined));
  test('may be blank', () => assertSerialNumber('   \0', undefined));
  test('is not trusted if it is over-long', () => assertSerialNumber('S'.repeat(256), undefined));
  test('is not trusted if it is not UTF-8', () => assertSerialNumber(Uint8Array.of(0x53, 0xff, 0xfe), undefined));
  test('is not trusted if it is cut inside a letter', () => assertSerialNumber(Uint8Array.of(0x53, 0xc3), undefined));
  test('is not trusted if it holds a control character', () => assertSerialNumber('S\u00071', undefined));
  test('is trusted if it is there twice and the same', () =>
    assertRecords([stringRecord(14, 'S1'), stringRecord(14, 'S1')], { serialNumber: 'S1' }));
  test('is not trusted if it is there twice and not the same', () =>
    assertRecords([stringRecord(14, 'S1'), stringRecord(16, 'Contoso'), stringRecord(14, 'S2')], {
      serialNumber: undefined,
      manufacturer: 'Contoso',
    }));
});

suite('what a record holds in another shape is left out', () => {
  test('a product key id that has not 13 digits', () =>
    assertContents({ productKeyId: '00330-80000-00000' }, { productKeyId: undefined }));
  test('a UUID that has not 16 bytes', () =>
    assertRecords([{ type: 12, payload: new Uint8Array(15).fill(1) }], { uuid: undefined }));
  test('a TPM key that is shorter than any', () =>
    assertContents({ tpmModulus: Uint8Array.of(1, 2, 3) }, { tpmKey: undefined }));
  test('a TPM key of nothing but zeros', () =>
    assertContents({ tpmModulus: new Uint8Array(256) }, { tpmKey: undefined }));
  test('a record of collection that ends early', () =>
    assertRecords([{ type: 1, payload: new Uint8Array(23).fill(2) }], {
      collectedAt: undefined,
      collectedIn: undefined,
      osBuild: undefined,
    }));
  test('a time that was never set', () =>
    assertContents({ collectedAt: Date.UTC(2000, 0, 1) }, { collectedAt: undefined }));
  test('a time zone that there is none', () =>
    assertContents({ utcOffsetMinutes: 1800 }, { utcOffsetMinutes: undefined }));
  test('the names of disks that are more than the disks', () =>
    assertContents(
      {
        disks: [{ sizeGb: 477, bus: 17, serialNumber: 'A', model: 'B' }],
        more: [{ type: 7, payload: Buffer.from('C|D|') }],
      },
      { disks: [{ sizeGb: 477, bus: 'NVMe', serialNumber: undefined, model: undefined }] },
    ));
});

suite('a virtual machine', () => {
  test('is one of Hyper-V', () => assertVirtual('Microsoft Corporation', 'Virtual Machine', true));
  test('is one of VMware', () => assertVirtual('VMware, Inc.', 'VMware20,1', true));
  test('is one of QEMU', () => assertVirtual('QEMU', 'Standard PC (Q35 + ICH9, 2009)', true));
  test('is one of VirtualBox', () => assertVirtual('innotek GmbH', 'VirtualBox', true));
  test('is one of Parallels', () =>
    assertVirtual('Parallels International GmbH.', 'Parallels ARM Virtual Machine', true));
  test('is one of Xen', () => assertVirtual('Xen', 'HVM domU', true));
  test('is known by its model alone', () => assertVirtual('Red Hat', 'KVM', true));
  test('is no Surface', () => assertVirtual('Microsoft Corporation', 'Surface Laptop 5', false));
  test('is no machine whose maker begins alike', () => assertVirtual('Xenon Computers', 'Xenon 14', false));
  test('is not known without maker and model', () =>
    assert.equal(isVirtualMachine({ manufacturer: undefined, model: undefined }), false));
});
