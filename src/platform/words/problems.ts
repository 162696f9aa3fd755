import * as vscode from 'vscode';

import type { DeviceTextField } from '../../core/manifest/manifest.ts';
import type { Problem, ProblemOf } from '../../core/manifest/problem.ts';
import { plainText } from '../plainText.ts';
import { alterationWords, damageWords } from './hash.ts';
import { syntaxWords } from './syntax.ts';
import { schemaWords } from './schema.ts';

/** The sentence for a problem, in the user's language. No more than 12 characters of a hash are quoted, and nothing of a key. */
export function problemWords(problem: Problem): string {
  switch (problem.code) {
    case 'syntax':
      return syntaxWords(problem.fault);
    case 'schema':
      return schemaWords(problem.fault);
    case 'property-unknown':
      return propertyUnknown(problem);
    case 'property-twice':
      return vscode.l10n.t('"{0}" stands in this object already. Remove one of the two.', plainText(problem.name));
    case 'identity-missing':
      return identityMissing(problem);
    case 'batch-id-blank':
      return vscode.l10n.t('The batch needs an id. It becomes the group tag of its devices.');
    case 'batch-id-form':
      return problem.faults.map(batchIdFault).join(' ');
    case 'devices-empty':
      return vscode.l10n.t('The batch has no devices.');
    case 'customer-id-form':
      return problem.plain === undefined
        ? vscode.l10n.t('The customer id must be a GUID, like 00000000-1111-2222-3333-444444444444.')
        : vscode.l10n.t('Write the customer id plainly: {0}.', problem.plain);
    case 'policies-empty':
      return vscode.l10n.t(
        'The list of policies is empty. It is left out of the upload, because the service fails on it.',
      );
    case 'group-tag':
      return vscode.l10n.t(
        'Partner Center has no group tag for a single device: the batch id is the tag. "{0}" will not be sent.',
        plainText(problem.name),
      );
    case 'batch-large':
      return vscode.l10n.t(
        '{0} devices are more than the {1} that one request carries. They will be sent in parts.',
        problem.devices,
        problem.maxDevicesPerRequest,
      );
    case 'hash-damaged':
      return damageWords(problem.damage);
    case 'hash-altered':
      return problem.alterations.map(alterationWords).join(' ');
    case 'hash-unrecognized':
      return vscode.l10n.t('This is not laid out as a 4K hardware hash. The service will probably refuse it.');
    case 'hash-identity':
      return problem.faults.map(hashIdentityFault).join(' ');
    case 'hash-mismatch':
      return hashMismatch(problem);
    case 'hash-note':
      return hashNote(problem);
    case 'duplicate-device':
      return duplicateDevice(problem);
    case 'board-replaced':
      return boardReplaced(problem);
    case 'placeholder-identity':
      return vscode.l10n.t('This is what firmware says where the maker filled in nothing. It identifies no device.');
    case 'padded-value':
      return problem.inside
        ? vscode.l10n.t('The value has line breaks or blanks in it that do not belong there.')
        : vscode.l10n.t('The value has blanks around it.');
    case 'product-key-form':
      return productKeyForm(problem);
    case 'tuple-spelling':
      return tupleSpelling(problem);
  }
}

/** What related places of a problem are called. */
export function relatedWords(code: 'property-twice' | 'duplicate-device' | 'board-replaced'): string {
  switch (code) {
    case 'property-twice':
      return vscode.l10n.t('It stands here first.');
    case 'duplicate-device':
      return vscode.l10n.t('The same machine stands here first.');
    case 'board-replaced':
      return vscode.l10n.t('The machine with the other board stands here.');
  }
}

/** Said instead of the problems that no longer fit. */
export function tooManyProblems(shown: number, all: number): string {
  return vscode.l10n.t('Showing {0} of {1} problems, the most serious first.', shown, all);
}

/** The field's name as it is written in a manifest; not translated. */
type FieldName = DeviceTextField | 'policyValue';

function list(names: readonly FieldName[]): string {
  return new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(names);
}

function propertyUnknown({ name, nearest }: ProblemOf<'property-unknown'>): string {
  return nearest === undefined
    ? vscode.l10n.t('"{0}" is unknown and will not be sent.', plainText(name))
    : vscode.l10n.t('"{0}" is unknown and will not be sent. Did you mean "{1}"?', plainText(name), nearest);
}

function identityMissing({ present, missing }: ProblemOf<'identity-missing'>): string {
  return present.length === 0
    ? vscode.l10n.t(
        'The device needs an identity: hardwareHash, or productKey, or serialNumber, oemManufacturerName and modelName.',
      )
    : vscode.l10n.t('The device needs an identity: add {0}, or a hardwareHash or productKey.', list(missing));
}

function batchIdFault(fault: ProblemOf<'batch-id-form'>['faults'][number]): string {
  switch (fault.kind) {
    case 'blanks-around':
      return vscode.l10n.t('The batch id has blanks around it, which become part of the group tag.');
    case 'control-characters':
      return vscode.l10n.t('The batch id holds control characters. Such a batch cannot be addressed later.');
    case 'only-dots':
      return vscode.l10n.t('The batch id is nothing but dots. Such a batch cannot be addressed later.');
    case 'characters':
      return vscode.l10n.t(
        'A batch with {0} in its name cannot be addressed later.',
        fault.characters.map(character => `"${character}"`).join(', '),
      );
  }
}

function hashIdentityFault({ fact, placeholder }: ProblemOf<'hash-identity'>['faults'][number]): string {
  switch (fact) {
    case 'serialNumber':
      return placeholder === undefined
        ? vscode.l10n.t('There is no serial number inside the hash. The service answers error 802.')
        : vscode.l10n.t(
            'Inside the hash, the serial number is the placeholder "{0}". The service answers error 802.',
            plainText(placeholder),
          );
    case 'manufacturer':
      return placeholder === undefined
        ? vscode.l10n.t('There is no manufacturer inside the hash. The service answers error 802.')
        : vscode.l10n.t(
            'Inside the hash, the manufacturer is the placeholder "{0}". The service answers error 802.',
            plainText(placeholder),
          );
  }
}

function hashMismatch({ field, inHash }: ProblemOf<'hash-mismatch'>): string {
  const value = plainText(inHash);
  switch (field) {
    case 'serialNumber':
      return vscode.l10n.t(
        'Inside the hash, the serial number is "{0}". One of the two belongs to another device.',
        value,
      );
    case 'productKey':
      return vscode.l10n.t(
        'The product key differs from the one inside the hash. One of the two belongs to another device.',
      );
    case 'oemManufacturerName':
      return vscode.l10n.t('Inside the hash, the manufacturer is "{0}".', value);
    case 'modelName':
      return vscode.l10n.t('Inside the hash, the model is "{0}".', value);
  }
}

function hashNote({ note, devices, collectedAt }: ProblemOf<'hash-note'>): string {
  const when = collectedAt === undefined ? '' : dateWords(collectedAt);
  const one = devices === 1;
  switch (note) {
    case 'winpe':
      return one
        ? vscode.l10n.t('The hash was collected in Windows PE, where some facts of the device are missing.')
        : vscode.l10n.t(
            '{0} hashes were collected in Windows PE, where some facts of the device are missing.',
            devices,
          );
    case 'virtual-machine':
      return one
        ? vscode.l10n.t('The hash is one of a virtual machine.')
        : vscode.l10n.t('{0} hashes are of virtual machines.', devices);
    case 'no-tpm':
      return one
        ? vscode.l10n.t('The hash names no TPM: self-deploying mode and pre-provisioning will not work.')
        : vscode.l10n.t('{0} hashes name no TPM: self-deploying mode and pre-provisioning will not work.', devices);
    case 'no-product-key-id':
      return one
        ? vscode.l10n.t('The hash holds no product key id.')
        : vscode.l10n.t('{0} hashes hold no product key id.', devices);
    case 'dummy-uuid':
      return one
        ? vscode.l10n.t('The UUID inside the hash is a dummy that many machines share.')
        : vscode.l10n.t('The UUIDs inside {0} hashes are dummies that many machines share.', devices);
    case 'future':
      return one && when
        ? vscode.l10n.t(
            'The hash says it was collected in the future, on {0}. The clock of the device was wrong.',
            when,
          )
        : vscode.l10n.t(
            '{0} hashes say they were collected in the future. The clocks of the devices were wrong.',
            devices,
          );
    case 'old':
      return one && when
        ? vscode.l10n.t('The hash is over a year old: it was collected on {0}.', when)
        : vscode.l10n.t('{0} hashes are over a year old.', devices);
  }
}

function duplicateDevice({ by, first, newer }: ProblemOf<'duplicate-device'>): string {
  const number = first.index + 1;
  const same = sameMachine(by, number);
  switch (newer) {
    case 'device':
      return `${same} ${vscode.l10n.t('Its hash was collected earlier than this one.')}`;
    case 'first':
      return `${same} ${vscode.l10n.t('Its hash was collected later than this one.')}`;
    case undefined:
      return same;
  }
}

function sameMachine(by: ProblemOf<'duplicate-device'>['by'], number: number): string {
  switch (by) {
    case 'hash-text':
      return vscode.l10n.t('Device {0} has the same hash.', number);
    case 'tpm-key':
      return vscode.l10n.t('Device {0} is the same machine: it has the same TPM.', number);
    case 'serial-number':
      return vscode.l10n.t('Device {0} is the same machine: it has the same serial number and manufacturer.', number);
    case 'product-key':
      return vscode.l10n.t('Device {0} has the same product key.', number);
  }
}

function boardReplaced({ first, newer }: ProblemOf<'board-replaced'>): string {
  const number = first.index + 1;
  switch (newer) {
    case 'device':
      return vscode.l10n.t(
        'Device {0} has the same serial number and manufacturer, but another board. The hash collected later is this one.',
        number,
      );
    case 'first':
      return vscode.l10n.t(
        'Device {0} has the same serial number and manufacturer, but another board. The hash collected later is that one.',
        number,
      );
    case undefined:
      return vscode.l10n.t('Device {0} has the same serial number and manufacturer, but another board.', number);
  }
}

function productKeyForm({ kind }: ProblemOf<'product-key-form'>): string {
  switch (kind) {
    case 'generic-pkid':
      return vscode.l10n.t(
        'This is a generic product key id, which thousands of machines share. It identifies no device.',
      );
    case 'five-by-five':
      return vscode.l10n.t('This is a key that activates Windows. It is a secret and identifies no device: remove it.');
    case 'settings-id':
      return vscode.l10n.t(
        'This is the product ID that Windows shows in Settings. The service expects the 13 digits of the product key id.',
      );
    case 'other':
      return vscode.l10n.t('A product key id has 13 digits.');
  }
}

function tupleSpelling({ field, suggestion }: ProblemOf<'tuple-spelling'>): string {
  if (suggestion !== undefined) {
    return vscode.l10n.t(
      'Firmware spells this "{0}". The device is found only where every character agrees.',
      plainText(suggestion),
    );
  }
  return field === 'modelName'
    ? vscode.l10n.t(
        'This looks like a marketing name. The device is found only by the model name that its firmware reports.',
      )
    : vscode.l10n.t('Firmware spells this otherwise. The device is found only where every character agrees.');
}

function dateWords(time: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(time);
}
