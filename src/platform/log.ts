import { inspect } from 'node:util';
import * as vscode from 'vscode';

import { ApiError, type ExchangeIds } from '../api/apiError.ts';
import { escapeInvisible } from './plainText.ts';
import { redact } from './redact.ts';
import type { FailureWords } from './words/failures.ts';

/**
 * The output panel's log. Messages are in English, but for the words of a failure, which are the user's.
 *
 * Whatever goes through it loses its secrets here, and only `status` can write a line that begins with `Status:`: foreign text
 * may stand in any message and any detail.
 */
export interface Log {
  /** Whether anything of this level is written, for what is expensive to say. */
  isOn(level: LogLevel): boolean;
  trace(message: string, ...details: readonly unknown[]): void;
  debug(message: string, ...details: readonly unknown[]): void;
  info(message: string, ...details: readonly unknown[]): void;
  warn(message: string, ...details: readonly unknown[]): void;
  error(message: string, ...details: readonly unknown[]): void;
  /** Writes the link to an upload's status as a message of its own: `Status: <link>`. */
  status(link: string): void;
  /** Writes what failed: a refusal in one line, anything else in full, with its words where the caller has them. `what` names the command or the task. */
  failure(what: string, error: unknown, words?: FailureWords): void;
  /** Shows the panel, without taking the focus. */
  show(): void;
}

/** An error that somebody meant: the log needs to know who and why, and not where in the code it was noticed. */
export interface Refusal {
  /** In English; `undefined` where that does not say enough. */
  readonly inOneLine: string | undefined;
}

/** How much somebody has to want to know. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** What of VS Code's channel is used. */
export type LogChannel = Pick<vscode.LogOutputChannel, LogLevel | 'logLevel' | 'show'>;

/** What stands before every line that is not our own. */
const indent = '│ ';

export function createLog(channel: LogChannel): Log {
  const write = (level: LogLevel, message: string, details: readonly unknown[]): void => {
    if (isOn(channel.logLevel, level)) {
      channel[level](entry(message, details));
    }
  };
  return {
    isOn: level => isOn(channel.logLevel, level),
    trace: (message, ...details) => write('trace', message, details),
    debug: (message, ...details) => write('debug', message, details),
    info: (message, ...details) => write('info', message, details),
    warn: (message, ...details) => write('warn', message, details),
    error: (message, ...details) => write('error', message, details),
    status: link => channel.info(`Status: ${escapeInvisible(redact(link))}`),
    failure: (what, error, words) => {
      const refusal = refusalOf(error);
      if (refusal === undefined) {
        write('error', `${what} failed`, [...linesFrom(words), ...factsOf(error), error]);
      } else {
        write('error', `${what} failed: ${refusal}`, []);
      }
    },
    show: () => channel.show(true),
  };
}

function isOn(lowest: vscode.LogLevel, level: LogLevel): boolean {
  return lowest !== vscode.LogLevel.Off && lowest <= levels[level];
}

const levels = {
  trace: vscode.LogLevel.Trace,
  debug: vscode.LogLevel.Debug,
  info: vscode.LogLevel.Info,
  warn: vscode.LogLevel.Warning,
  error: vscode.LogLevel.Error,
} as const satisfies Record<LogLevel, vscode.LogLevel>;

/** One message: its first line bare, everything else indented. */
function entry(message: string, details: readonly unknown[]): string {
  const [first = '', ...more] = linesOf(message);
  const bare = /^\s*status:/i.test(first) ? indent + first : first;
  return [bare, ...[...more, ...details.flatMap(detail => linesOf(textOf(detail)))].map(line => indent + line)].join(
    '\n',
  );
}

function linesOf(text: string): readonly string[] {
  return redact(text)
    .split(/\r\n|\n|\r/)
    .map(escapeInvisible);
}

/** Errors are shown with their stacks and causes. */
function textOf(detail: unknown): string {
  return typeof detail === 'string' ? detail : inspect(detail, { depth: 6, breakLength: 120, maxStringLength: null });
}

function refusalOf(error: unknown): string | undefined {
  return error instanceof Error && 'inOneLine' in error && typeof error.inOneLine === 'string'
    ? error.inOneLine
    : undefined;
}

function linesFrom(words: FailureWords | undefined): readonly string[] {
  return [words?.sentence, words?.explanation, words?.nextStep].filter(line => line !== undefined);
}

/** What the service's support asks for. */
function factsOf(error: unknown): readonly string[] {
  if (!(error instanceof ApiError)) {
    return [];
  }
  const { failure, ids } = error;
  const answer = 'answer' in failure ? failure.answer : 'because' in failure ? failure.because : undefined;
  return [
    ...(answer?.is === 'answer'
      ? [`Answer: ${[answer.status, answer.code, answer.text, ...answer.details].filter(Boolean).join(', ')}`]
      : []),
    ...(ids === undefined ? [] : idsOf(ids)),
  ];
}

function idsOf({ requestId, correlationId, received = {} }: ExchangeIds): readonly string[] {
  return [
    `MS-RequestId: sent ${requestId}, received ${received.requestId ?? 'none'}`,
    `MS-CorrelationId: sent ${correlationId}, received ${received.correlationId ?? 'none'}`,
    ...(received.vector === undefined ? [] : [`MS-CV: received ${received.vector}`]),
    ...(received.serverId === undefined ? [] : [`MS-ServerId: received ${received.serverId}`]),
    ...(received.date === undefined ? [] : [`Date: ${received.date}`]),
  ];
}
