import { trimBlanks } from '../blanks.ts';

import type { HashDisk } from './hardwareHash.ts';
import { u16, u64 } from './littleEndian.ts';
import { readText } from './readText.ts';
import type { HashRecords } from './recordChain.ts';

const diskRecord = 6;
const nameRecord = 7;

/** The values of STORAGE_BUS_TYPE in winioctl.h. */
const buses: Readonly<Record<number, string>> = {
  1: 'SCSI',
  2: 'ATAPI',
  3: 'ATA',
  4: 'IEEE 1394',
  5: 'SSA',
  6: 'Fibre Channel',
  7: 'USB',
  8: 'RAID',
  9: 'iSCSI',
  10: 'SAS',
  11: 'SATA',
  12: 'SD',
  13: 'MMC',
  16: 'Storage Spaces',
  17: 'NVMe',
  18: 'SCM',
  19: 'UFS',
};

/** Reads the disks in their order. Their names are left out where there are more or fewer than disks. */
export function readDisks(records: HashRecords): readonly HashDisk[] {
  const disks = records.payloads(diskRecord);
  const names = records.payloads(nameRecord);
  return disks.map((disk, index) => {
    const name = disks.length === names.length ? names[index] : undefined;
    return { ...readDisk(disk), ...readName(name) };
  });
}

/** Begins with the size in GB (u64) and the bus (u16). */
function readDisk(payload: Uint8Array): Pick<HashDisk, 'sizeGb' | 'bus'> {
  return { sizeGb: u64(payload, 0) || undefined, bus: buses[u16(payload, 8)] };
}

/** Begins with `serial number|model|`. */
function readName(payload: Uint8Array | undefined): Pick<HashDisk, 'serialNumber' | 'model'> {
  const [serialNumber = '', model = ''] = (payload && readText(payload))?.split('|') ?? [];
  return { serialNumber: trimBlanks(serialNumber) || undefined, model: trimBlanks(model) || undefined };
}
