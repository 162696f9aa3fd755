// Makes the README's pictures from the packaged extension, in the light and the dark theme: npm run pictures
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { hardwareHash } from '../support/hashBuilder.ts';
import { PartnerWindow } from './partnerWindow.ts';
import { root } from './project.ts';
import { requirePrograms } from './requirePrograms.ts';
import { openWorkbench } from './workbench/openWorkbench.ts';
import type { Workbench } from './workbench/workbench.ts';

/** No more in the window than a picture is about, and nothing that tells of this machine. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  // Below what it is about, where a manifest leaves room.
  'editor.hover.above': false,
  'editor.lineNumbersMinChars': 2,
  'editor.matchBrackets': 'never',
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.scrollbar.horizontal': 'hidden',
  'editor.stickyScroll.enabled': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.statusBar.visible': false,
};

const file = 'sales.devicebatch.jsonc';
const folder = 'media/readme';

requirePrograms(['chromium', 'openssl']);
mkdirSync(path.join(root, folder), { recursive: true });
await pictureUpload();
await pictureProblem();

/** A batch that was uploaded: its link in the output panel, what became of one of its devices, and the page of all. */
async function pictureUpload(): Promise<void> {
  await using window = await PartnerWindow.open({
    name: 'pictures-upload',
    files: { [file]: manifestOf('CB14-20418') },
    settings,
    viewport: { width: 1120, height: 640 },
  });
  const { workbench } = window;
  await openPlain(workbench);
  await workbench.runCommand('Device Batch: Upload Device Batch');
  await workbench.signIn();
  await workbench.answerDialog('Upload 4 devices to Contoso');
  await workbench.page.locator('.codelens-decoration', { hasText: '1 of 4 failed' }).waitFor();
  await workbench.runCommand('Notifications: Clear All Notifications');
  await lowerPanel(workbench, 480);
  await inBothThemes('upload', workbench, () => hover(workbench, 'CD7-48402-808', 'No quick fixes available'));

  await workbench.runCommand('View: Hide Panel');
  await workbench.runCommand('Device Batch: Open Status…');
  await workbench.quickInput.pick('Sales');
  await inBothThemes('status', workbench, () => workbench.webview().getByText('CD7-48402-808').waitFor());
}

/** What is wrong with a value, as it is said while one types. */
async function pictureProblem(): Promise<void> {
  await using workbench = await openWorkbench({
    name: 'pictures-problem',
    files: { [file]: manifestOf('CB14-20481') },
    settings,
    viewport: { width: 1120, height: 440 },
  });
  await openPlain(workbench);
  await inBothThemes('problem', workbench, () => hover(workbench, 'CB14-20481', 'Quick Fix...'));
}

async function openPlain(workbench: Workbench): Promise<void> {
  await workbench.openFile(file);
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.page.getByText('Contoso Book 14').first().waitFor();
}

/** Moves the upper edge of the panel to `y`. */
async function lowerPanel({ page }: Workbench, y: number): Promise<void> {
  const panel = await page.locator('.part.panel').boundingBox();
  if (panel === null) {
    throw new Error('There is no panel.');
  }
  await page.mouse.move(panel.x + panel.width / 2, panel.y - 1);
  await page.mouse.down();
  await page.mouse.move(panel.x + panel.width / 2, y, { steps: 5 });
  await page.mouse.up();
}

/** @param last what the hover says at its end, once it is complete */
async function hover({ editor, page }: Workbench, text: string, last: string): Promise<void> {
  await editor.hover(text);
  await page.locator('.monaco-hover:visible').getByText(last).waitFor();
}

/** @param show brings up in either theme what the picture is about */
async function inBothThemes(name: string, workbench: Workbench, show: () => Promise<unknown>): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await workbench.useTheme(theme);
    await show();
    const picture = `${folder}/${name}-${theme}.png`;
    await workbench.page.screenshot({ path: path.join(root, picture) });
    console.log(picture);
  }
}

/** @param serialNumber what is typed for the second device, whose hash says CB14-20418 */
function manifestOf(serialNumber: string): string {
  return `{
  "customerId": "c7f3c849-129f-4b85-a96d-4f8e88b315a3", // Contoso
  "batchId": "Sales",
  "devices": [
    { "productKey": "3305412345681" },
    { "serialNumber": "CB14-20417", "hardwareHash": "${hashOf('CB14-20417')}" },
    { "serialNumber": "${serialNumber}", "hardwareHash": "${hashOf('CB14-20418')}" },
    { "serialNumber": "CD7-48402-808", "oemManufacturerName": "Contoso", "modelName": "Contoso Desk 700" }
  ]
}
`;
}

/** A made-up machine's hash, collected yesterday. */
function hashOf(serialNumber: string): string {
  const yesterday = Math.floor(Date.now() / 1000) - 86_400;
  return hardwareHash({ serialNumber, collectedAt: yesterday * 1000 });
}
