/** Every command of the extension. Features trigger each other through these, never by import. */
export const commandIds = {
  upload: 'deviceBatch.upload',
  preview: 'deviceBatch.preview',
  askForPreview: 'deviceBatch.askForPreview',
  copyRequest: 'deviceBatch.copyRequest',
  saveRequestBody: 'deviceBatch.saveRequestBody',
  openStatus: 'deviceBatch.openStatus',
  copySupportDetails: 'deviceBatch.copySupportDetails',
  newManifest: 'deviceBatch.newManifest',
  importCsv: 'deviceBatch.importCsv',
  exportCsv: 'deviceBatch.exportCsv',
  signIn: 'deviceBatch.signIn',
  switchAccount: 'deviceBatch.switchAccount',
  signOut: 'deviceBatch.signOut',
  tryEmulator: 'deviceBatch.tryEmulator',
  showOutput: 'deviceBatch.showOutput',
  explainRule: 'deviceBatch.explainRule',
} as const;
