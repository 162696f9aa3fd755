import * as vscode from 'vscode';

import type { UploadPart } from '../../../api/uploadRequest.ts';
import { appendFrame, createFrame, deviceJson } from '../../../core/upload/requestBody.ts';
import { shortenedDevice } from '../../../core/upload/shortenedDevice.ts';
import type { UploadDevice } from '../../../core/upload/uploadDevice.ts';
import { escapeInvisible, plainText } from '../../../platform/plainText.ts';
import { batchLines, cloudLine, customerLines, warningLines } from '../uploadFacts.ts';
import {
  type PreviewedRequest,
  type PreviewedUpload,
  customerIdOf,
  customerPlaceholder,
  previewedRequest,
} from './previewedUpload.ts';

/** The heading of a section that shows a request: sections follow one another in the order of the requests. */
export const requestHeading = /^## /;

/**
 * The preview of an upload in Markdown: what it comes to, and every request as it would go out, one device a line.
 *
 * No token, no whole hash and no whole product key stands in it. It pauses after each request, so that a host can do other things.
 *
 * @param name what the manifest is called
 * @throws {ApiError} `unaddressable` if a request cannot be addressed.
 */
export function* previewText(upload: PreviewedUpload, name: string): Generator<void, string> {
  const lines = [
    `# ${vscode.l10n.t('Preview of {0}', plainText(name))}`,
    '',
    vscode.l10n.t('Nothing was sent. This is the manifest as it was when the preview was made.'),
    '',
    ...factsOf(upload).map(fact => `- ${fact}`),
    '',
    vscode.l10n.t(
      'Hashes are cut behind their first 12 characters here, and product keys down to their last 4. The body of a request has no line breaks.',
    ),
  ];
  const ids = { requestId: vscode.l10n.t('(a new GUID)'), correlationId: vscode.l10n.t('(a new GUID)') };
  for (const index of upload.plan.parts.keys()) {
    const request = previewedRequest(upload, index, ids);
    if (request !== undefined) {
      lines.push('', ...sectionOf(request, index, upload.plan.parts.length));
    }
    yield;
  }
  return `${lines.map(escapeInvisible).join('\n')}\n`;
}

function factsOf(upload: PreviewedUpload): readonly string[] {
  const { manifest, asked, plan, cloud } = upload;
  const { batch, warnings } = manifest;
  const devices = batch.devices.length;
  if (asked !== undefined) {
    const facts = { ...asked, devices, warnings };
    return [...customerLines(facts), ...batchLines(facts), ...warningLines(warnings)];
  }
  return [
    offlineCustomerLine(upload),
    cloudLine(cloud),
    vscode.l10n.t(
      'Whether there is a batch "{0}" already, only Partner Center knows. The requests are those for a new one; if there is one, everything is added to it. Its name becomes the group tag.',
      plainText(batch.batchId),
    ),
    ...(plan.parts.length === 1 ? [] : [vscode.l10n.t('Sent in {0} parts.', plan.parts.length)]),
    ...warningLines(warnings),
  ];
}

function offlineCustomerLine(upload: PreviewedUpload): string {
  const id = customerIdOf(upload);
  if (id === undefined) {
    return vscode.l10n.t(
      'Customer: not known yet, you choose it when you upload. {0} stands for its id.',
      customerPlaceholder,
    );
  }
  return upload.choice.is === 'named' && upload.choice.by === 'setting'
    ? vscode.l10n.t('Customer: {0}, from the setting deviceBatch.customerId', id)
    : vscode.l10n.t('Customer: {0}, from the manifest', id);
}

function sectionOf({ part, sent, url, headers }: PreviewedRequest, index: number, all: number): readonly string[] {
  return [
    `## ${headingOf(part.count, index, all)}`,
    '',
    '```http',
    `POST ${url} HTTP/1.1`,
    `Authorization: Bearer ${vscode.l10n.t('(your access token)')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${part.bytes}`,
    '',
    ...bodyLines(sent),
    '```',
  ];
}

function headingOf(devices: number, index: number, all: number): string {
  return devices === 1
    ? vscode.l10n.t('Request {0} of {1}: 1 device', index + 1, all)
    : vscode.l10n.t('Request {0} of {1}: {2} devices', index + 1, all, devices);
}

/** The body as it is sent, but for what is shortened and the line breaks. */
function bodyLines({ kind, batchId, devices }: UploadPart): readonly string[] {
  const [head, tail] = kind === 'create' ? createFrame(batchId) : appendFrame;
  const last = devices.length - 1;
  return [head, ...devices.map((device, place) => deviceLine(device, place === last)), tail];
}

function deviceLine(device: UploadDevice, isLast: boolean): string {
  return `  ${deviceJson(shortenedDevice(device))}${isLast ? '' : ','}`;
}
