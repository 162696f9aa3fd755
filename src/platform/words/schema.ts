import * as vscode from 'vscode';

import type { SchemaFault } from '../../core/manifest/schemaCheck.ts';

/** The sentence for a value of a wrong type or shape. Names are as they are written in a manifest. */
export function schemaWords(fault: SchemaFault): string {
  switch (fault.kind) {
    case 'type':
      return typeFault(fault);
    case 'value':
      return fault.name === undefined
        ? vscode.l10n.t('This must be one of: {0}.', fault.allowed.join(', '))
        : vscode.l10n.t('"{0}" must be one of: {1}.', fault.name, fault.allowed.join(', '));
    case 'missing':
      return vscode.l10n.t('This needs {0}.', fault.names.map(name => `"${name}"`).join(', '));
  }
}

function typeFault({ name, expected, actual }: Extract<SchemaFault, { kind: 'type' }>): string {
  const wanted = expected.map(typeWords).join(', ');
  if (actual === 'nothing') {
    return vscode.l10n.t('A manifest is {0}; this one is empty.', wanted);
  }
  return name === undefined
    ? vscode.l10n.t('This must be {0}, not {1}.', wanted, typeWords(actual))
    : vscode.l10n.t('"{0}" must be {1}, not {2}.', name, wanted, typeWords(actual));
}

function typeWords(type: string): string {
  switch (type) {
    case 'string':
      return vscode.l10n.t('text in quotes');
    case 'number':
      return vscode.l10n.t('a number');
    case 'boolean':
      return vscode.l10n.t('true or false');
    case 'object':
      return vscode.l10n.t('an object in braces');
    case 'array':
      return vscode.l10n.t('a list in brackets');
    default:
      return type;
  }
}
