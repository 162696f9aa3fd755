import * as vscode from 'vscode';

import type { CheckText } from '../../platform/checkText.ts';
import { readRuleSettings } from '../../platform/settings.ts';
import { failureWords } from '../../platform/words/failures.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { Uploads, UploadView } from '../../uploads/uploads.ts';
import { explanationsOf } from './explanationsOf.ts';
import { findManifest } from './findManifest.ts';
import { findUpload } from './findUpload.ts';
import { isOfWorkspace } from './isOfWorkspace.ts';
import { problemsAnswer } from './problemsAnswer.ts';
import { statusAnswer } from './statusAnswer.ts';
import { textOf } from './textOf.ts';

/** What the tools answer; every answer is plain data. */
export interface AgentTools {
  readonly validate: (input: unknown) => Promise<object>;
  readonly status: (input: unknown, how: StatusLook) => Promise<object>;
  readonly explain: (input: unknown) => Promise<object>;
}

export interface StatusLook {
  /** Whether the user agreed that Partner Center is asked; otherwise only the record is. */
  readonly asksService: boolean;
  readonly signal: AbortSignal;
}

/** The uploads, and how to look at one. */
export interface LookedAtUploads {
  readonly uploads: Pick<Uploads, 'all'>;
  /** What the upload is now, by the service's answers. Nothing is kept, and nobody is asked to sign in. */
  readonly look: (record: UploadRecord, signal: AbortSignal) => Promise<UploadRecord>;
}

export interface AgentToolsParts {
  readonly checkText: CheckText;
  /** `undefined` where nothing was ever uploaded. */
  readonly loadUploads: () => Promise<LookedAtUploads | undefined>;
  readonly extensionUri: vscode.Uri;
}

export function createAgentTools({ checkText, loadUploads, extensionUri }: AgentToolsParts): AgentTools {
  return {
    validate: async input => {
      const document = await findManifest(textOf(input, 'manifest'));
      const check = await checkText(document.getText(), document);
      return problemsAnswer(check, {
        name: vscode.workspace.asRelativePath(document.uri),
        lineAt: offset => document.positionAt(offset).line + 1,
        rules: readRuleSettings(document.uri).rules,
      });
    },
    status: async (input, { asksService, signal }) => {
      const { uploads, look } = (await loadUploads()) ?? noUploads;
      const here = uploads.all().filter(({ record }) => isOfWorkspace(record.manifest.uri));
      const view = findUpload(here, textOf(input, 'upload'));
      return statusAnswer(asksService ? await lookedAt(view, look, signal) : view);
    },
    explain: async input => explanationsOf(textOf(input, 'code'), rule => readPage(extensionUri, rule)),
  };
}

async function readPage(extensionUri: vscode.Uri, rule: string): Promise<string> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
}

/** @throws Error with our words alone: the service's are not for an assistant without quotes. */
async function lookedAt(view: UploadView, look: LookedAtUploads['look'], signal: AbortSignal): Promise<UploadView> {
  try {
    return { ...view, record: await look(view.record, signal) };
  } catch (error) {
    const { sentence, nextStep } = failureWords(error);
    throw new Error(nextStep === undefined ? sentence : `${sentence} ${nextStep}`, { cause: error });
  }
}

const noUploads: LookedAtUploads = { uploads: { all: () => [] }, look: async record => record };
