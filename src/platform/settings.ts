import * as vscode from 'vscode';

import { type ProblemCode, isProblemCode } from '../core/rules/ruleCatalog.ts';
import type { RuleSettings } from '../core/rules/severityOf.ts';
import { type Severity, severities } from '../core/manifest/severity.ts';

/** What of the user's settings cannot be used. */
export type BadSetting =
  | { readonly is: 'not-an-object'; readonly key: string }
  | { readonly is: 'unknown-rule'; readonly key: string; readonly entry: string }
  | {
      readonly is: 'unknown-severity';
      readonly key: string;
      readonly entry: string;
      readonly allowed: readonly string[];
    };

/** What `deviceBatch.rules` says. */
export interface RuleSeverities {
  readonly rules: RuleSettings;
  readonly bad: readonly BadSetting[];
}

const section = 'deviceBatch';
const ruleSettings = [...severities, 'off'] as const;

/** The user's severities for the manifest at `uri`, and what of them cannot be used. */
export function readRuleSettings(uri: vscode.Uri): RuleSeverities {
  const key = `${section}.rules`;
  const value: unknown = vscode.workspace.getConfiguration(section, uri).get('rules');
  const rules = new Map<ProblemCode, Severity | 'off'>();
  if (value === undefined) {
    return { rules, bad: [] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { rules, bad: [{ is: 'not-an-object', key }] };
  }
  const bad: BadSetting[] = [];
  for (const [entry, setting] of Object.entries(value)) {
    const severity = ruleSettings.find(name => name === setting);
    if (!isProblemCode(entry)) {
      bad.push({ is: 'unknown-rule', key, entry });
    } else if (severity === undefined) {
      bad.push({ is: 'unknown-severity', key, entry, allowed: ruleSettings });
    } else {
      rules.set(entry, severity);
    }
  }
  return { rules, bad };
}

/** How many devices one request may carry for the manifest at `uri`: from 1 to 10,000. */
export function readMaxDevicesPerRequest(uri: vscode.Uri): number {
  return integer('upload.maxDevicesPerRequest', 500, 1, 10_000, uri);
}

/** The customer set for the folder of `uri`, as written; `undefined` if there is none. */
export function readCustomerId(uri: vscode.Uri): string | undefined {
  return text('customerId', uri);
}

/** Seconds between the first looks at a running upload, from 2 to 60. */
export function readPollSeconds(): number {
  return integer('status.pollSeconds', 5, 2, 60);
}

/** Days that the record of a finished upload is kept. */
export function readKeepDays(): number {
  return integer('uploads.keepDays', 180, 1, 3650);
}

export function readCodeLensEnabled(): boolean {
  return vscode.workspace.getConfiguration(section).get('codeLens.enabled') !== false;
}

export function readInlayHintsEnabled(): boolean {
  return vscode.workspace.getConfiguration(section).get('inlayHints.enabled') !== false;
}

/** The app registration and the partner tenant to sign in with, as written; `undefined` where not set. */
export interface SignInSettings {
  readonly clientId: string | undefined;
  /** A GUID or a domain. */
  readonly tenantId: string | undefined;
}

export function readSignInSettings(): SignInSettings {
  return { clientId: text('auth.clientId'), tenantId: text('auth.tenantId') };
}

export const cloudSettings = ['public', 'china', 'usGovernment', 'emulator'] as const;
export type CloudSetting = (typeof cloudSettings)[number];

/** The cloud; a value that is none of them counts as the default. */
export function readCloud(): CloudSetting {
  return oneOf('cloud', cloudSettings, 'public');
}

export const httpClients = ['auto', 'undici', 'vscode'] as const;
export type HttpClient = (typeof httpClients)[number];

export function readHttpClient(): HttpClient {
  return oneOf('http.client', httpClients, 'auto');
}

/** The other cloud that VS Code is configured to sign in to, by its own setting; `undefined` if none. */
export function readSovereignEnvironment(): string | undefined {
  const value: unknown = vscode.workspace.getConfiguration('microsoft-sovereign-cloud').get('environment');
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An emulator that runs already. */
export interface EmulatorAddress {
  readonly base: URL;
  readonly secret: string;
}

/**
 * The emulator that `deviceBatch.emulator.address` names, as `http://127.0.0.1:<port>/#<secret>`; `undefined` if the setting
 * is empty or leads anywhere but the loopback.
 */
export function readEmulatorAddress(): EmulatorAddress | undefined {
  const value = text('emulator.address');
  const url = value === undefined ? null : URL.parse(value);
  if (url === null || url.protocol !== 'http:' || url.hostname !== '127.0.0.1' || url.hash.length < 2) {
    return undefined;
  }
  return { base: new URL(url.origin), secret: url.hash.slice(1) };
}

function text(key: string, uri?: vscode.Uri): string | undefined {
  const value: unknown = vscode.workspace.getConfiguration(section, uri).get(key);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function integer(key: string, fallback: number, least: number, most: number, uri?: vscode.Uri): number {
  const value: unknown = vscode.workspace.getConfiguration(section, uri).get(key);
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : fallback;
}

function oneOf<T extends string>(key: string, values: readonly T[], fallback: T): T {
  const value: unknown = vscode.workspace.getConfiguration(section).get(key);
  return values.find(one => one === value) ?? fallback;
}
