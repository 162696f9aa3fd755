import * as vscode from 'vscode';

import type { Cloud } from '../../api/clouds.ts';
import { plainText } from '../plainText.ts';
import type { RecordedCustomer } from '../../uploads/uploadRecord.ts';

/** What a customer is called in a sentence: by its company, else by its id. */
export function customerName({ companyName, id }: RecordedCustomer): string {
  return plainText(companyName ?? id);
}

/** The same with the place it is in, so that nobody takes the emulator for Partner Center. */
export function customerNameIn(cloud: Cloud['name'], customer: RecordedCustomer): string {
  const name = customerName(customer);
  return cloud === 'emulator' ? vscode.l10n.t('{0} (emulator)', name) : name;
}
