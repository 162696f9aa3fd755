import type { DeviceColumn } from './protocol.ts';

/** The columns of the table from left to right. */
const columns = ['number', 'serial', 'model', 'status', 'wrong', 'next'] as const satisfies readonly DeviceColumn[];

/** The columns to show; that of the models only where some are known. */
export function gridColumns(hasModels: boolean): readonly DeviceColumn[] {
  return hasModels ? columns : columns.filter(column => column !== 'model');
}
