import * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { UploadActions } from './uploadActions.ts';
import type { UploadsTree } from './uploadsTree.ts';
import type { UploadNode } from './uploadNodes.ts';

/** The records, once they are read. */
export interface UploadsViewParts {
  readonly tree: UploadsTree;
  readonly actions: UploadActions;
}

export interface UploadsViewDeps {
  readonly registerCommand: RegisterCommand;
  readonly load: () => Promise<UploadsViewParts>;
  /** The same, but `undefined` where there is no record and nothing needs to be loaded for that. */
  readonly loadIfRecorded: () => Promise<UploadsViewParts | undefined>;
  /** Fires when the view may have to show something else. */
  readonly onDidChange: vscode.Event<void>;
}

/** The uploads view, and what can be done with uploads. */
export function activateUploadsView(deps: UploadsViewDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(registerActions(deps));
  store.add(showTree(deps));
  return store;
}

function registerActions({ registerCommand, load }: UploadsViewDeps): vscode.Disposable {
  const actions = async (): Promise<UploadActions> => (await load()).actions;
  return vscode.Disposable.from(
    registerCommand(commandIds.resumeUpload, async upload => (await actions()).resume(upload)),
    registerCommand(commandIds.cancelUpload, async upload => (await actions()).cancel(upload)),
    registerCommand(commandIds.forgetUpload, async upload => (await actions()).forget(upload)),
    registerCommand(commandIds.forgetAll, async () => (await actions()).forgetAll()),
    registerCommand(commandIds.copyStatusLink, async upload => (await actions()).copyLink(upload)),
    registerCommand(commandIds.retryFailed, async upload => (await actions()).retryFailed(upload)),
    registerCommand(commandIds.openUnsent, async upload => (await actions()).openUnsent(upload)),
    registerCommand(commandIds.openUploadManifest, async (upload, place) =>
      (await actions()).showManifest(upload, place),
    ),
  );
}

function showTree({ load, loadIfRecorded, onDidChange }: UploadsViewDeps): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  const view = store.add(
    vscode.window.createTreeView<UploadNode>('deviceBatch.uploads', {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getTreeItem: async node => (await load()).tree.item(node),
        getChildren: async node => [...((await loadIfRecorded())?.tree.children(node) ?? [])],
      },
    }),
  );
  const showWaiting = async (): Promise<void> => {
    const waiting = (await loadIfRecorded())?.tree.waiting() ?? 0;
    view.badge =
      waiting === 0 ? undefined : { value: waiting, tooltip: vscode.l10n.t('Uploads that wait for you: {0}', waiting) };
  };
  store.add(
    onDidChange(() => {
      changed.fire();
      void showWaiting();
    }),
  );
  // How long ago something was is written anew.
  store.add(
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) {
        changed.fire();
      }
    }),
  );
  return store;
}
