import * as vscode from 'vscode';

import { type ProblemCode, problemCodes } from '../core/rules/ruleCatalog.ts';
import { type Severity, severities } from '../core/manifest/severity.ts';

export type RuleSetting = Severity | 'off';

/** A value in the user's settings that we cannot use, and where. */
export interface BadSetting {
  readonly key: string;
  /** The entry inside the setting, where it is an object. */
  readonly entry?: string;
  readonly allowed: readonly string[];
}

export interface RuleSettings {
  readonly rules: ReadonlyMap<ProblemCode, RuleSetting>;
  readonly bad: readonly BadSetting[];
}

const section = 'deviceBatch';
const ruleSettings: readonly RuleSetting[] = [...severities, 'off'];

/** The user's severities for the manifest at `uri`, and what of them cannot be used. */
export function readRuleSettings(uri: vscode.Uri): RuleSettings {
  const value: unknown = vscode.workspace.getConfiguration(section, uri).get('rules');
  const rules = new Map<ProblemCode, RuleSetting>();
  const bad: BadSetting[] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { rules, bad: value === undefined ? [] : [{ key: 'deviceBatch.rules', allowed: ['{}'] }] };
  }
  for (const [code, setting] of Object.entries(value)) {
    const known = problemCodes.find(name => name === code);
    const severity = ruleSettings.find(name => name === setting);
    if (known === undefined) {
      bad.push({ key: 'deviceBatch.rules', entry: code, allowed: problemCodes });
    } else if (severity === undefined) {
      bad.push({ key: 'deviceBatch.rules', entry: code, allowed: ruleSettings });
    } else {
      rules.set(known, severity);
    }
  }
  return { rules, bad };
}

/** How many devices one request may carry for the manifest at `uri`: from 1 to 10,000. */
export function readMaxDevicesPerRequest(uri: vscode.Uri): number {
  const value = vscode.workspace.getConfiguration(section, uri).get<number>('upload.maxDevicesPerRequest', 500);
  return Number.isInteger(value) && value >= 1 && value <= 10_000 ? value : 500;
}

/** The customer set for the folder of `uri`, as written; `undefined` if there is none. */
export function readCustomerId(uri: vscode.Uri): string | undefined {
  const value = vscode.workspace.getConfiguration(section, uri).get<string>('customerId', '');
  return value.trim() === '' ? undefined : value;
}
