import * as vscode from 'vscode';

export interface TextTab {
  readonly uri: vscode.Uri;
  readonly isDirty: boolean;
}

/** The texts that are open in tabs, those included that are too large for extensions. */
export function textTabs(): readonly TextTab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(tab => {
      const uri = textOf(tab);
      return uri === undefined ? [] : [{ uri, isDirty: tab.isDirty }];
    });
}

/** The text in the active tab; `undefined` if there is another thing in it, or no tab. */
export function activeTextTab(): vscode.Uri | undefined {
  return textOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

function textOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  return tab?.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
}
