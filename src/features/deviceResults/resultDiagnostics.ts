import * as vscode from 'vscode';

import { type Device, textField } from '../../core/manifest/manifest.ts';
import { openingOf, type Span } from '../../core/manifest/span.ts';
import { commandIds } from '../../platform/commandIds.ts';
import type { CheckedManifest } from '../../platform/openManifests.ts';
import {
  alreadyRegisteredWords,
  deviceErrorTitle,
  deviceResultWords,
  moreResultsWords,
} from '../../platform/words/deviceResults.ts';
import type { DeviceResult } from '../../uploads/deviceResults.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';

/** Named beside every result; a name, not translated. */
const partnerCenter = 'Partner Center';

/** VS Code sends no more than this many diagnostics of one collection and file to its window. */
const maxShown = 1000;

/** More devices than these that were registered before get one line together. */
const maxAlreadyRegistered = 20;

/**
 * The results as the editor shows them: failures as errors, and that a device was registered before as information, because
 * it is no failure, but the device keeps another batch and group tag than the manifest says.
 */
export function resultDiagnostics(results: readonly DeviceResult[], checked: CheckedManifest): vscode.Diagnostic[] {
  const failed = results.filter(({ verdict }) => verdict.is === 'failed');
  const already = results.filter(({ verdict }) => verdict.is === 'already-registered');
  const shown = [...failed, ...(already.length > maxAlreadyRegistered ? [] : already)];
  const some = shown.length > maxShown ? shown.slice(0, maxShown - 2) : shown;
  return [
    ...some.flatMap(result => resultDiagnostic(result, checked)),
    ...(already.length > maxAlreadyRegistered ? [onDevices(alreadyRegisteredWords(already.length), checked)] : []),
    ...(some.length < shown.length ? [onDevices(moreResultsWords(some.length, shown.length), checked)] : []),
  ];
}

function resultDiagnostic(
  { verdict, matchedBy, position, record }: DeviceResult,
  { document, manifest }: CheckedManifest,
): readonly vscode.Diagnostic[] {
  const device = manifest.devices[position];
  if (device === undefined) {
    return [];
  }
  const diagnostic = new vscode.Diagnostic(
    rangeOf(identifyingSpan(device), document),
    deviceResultWords(verdict, matchedBy),
    verdict.is === 'failed' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = sourceOf(record);
  diagnostic.code = { value: deviceErrorTitle(verdict), target: statusOf(record.id) };
  return [diagnostic];
}

function sourceOf({ account }: UploadRecord): string {
  return account.cloud === 'emulator' ? vscode.l10n.t('{0} (emulator)', partnerCenter) : partnerCenter;
}

/** What is to be said about many devices stands where they begin. */
function onDevices(message: string, { document, manifest }: CheckedManifest): vscode.Diagnostic {
  const span = manifest.devicesProperty?.nameSpan ?? openingOf(manifest.span);
  const diagnostic = new vscode.Diagnostic(rangeOf(span, document), message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = partnerCenter;
  return diagnostic;
}

/** The value by which people know the device, else its opening brace. */
function identifyingSpan(device: Device): Span {
  const [field] = (['serialNumber', 'hardwareHash', 'productKey'] as const).flatMap(
    name => textField(device, name) ?? [],
  );
  return field?.span ?? openingOf(device.span);
}

function rangeOf({ start, end }: Span, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function statusOf(uploadId: string): vscode.Uri {
  return vscode.Uri.parse(`command:${commandIds.openStatus}?${encodeURIComponent(JSON.stringify([uploadId]))}`);
}
