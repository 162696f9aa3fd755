import * as vscode from 'vscode';

import { ApiError, type ApiFailure, type NoAnswer, type ServiceAnswer } from '../../api/apiError.ts';
import { TransportError, type TransportFault } from '../../api/http.ts';
import { serviceErrorOf } from '../../core/deviceErrors.ts';
import { SignInError } from '../authErrors.ts';
import { plainText } from '../plainText.ts';
import { redact } from '../redact.ts';
import { RecordStoreError } from '../recordFolder.ts';
import { nextStepWords } from './nextSteps.ts';
import { serviceErrorWords } from './serviceErrors.ts';
import { signInFaultWords } from './signInErrors.ts';

/** What went wrong, for people. */
export interface FailureWords {
  /** What happened. */
  readonly sentence: string;
  /** What is to be said about it beyond that, the service's own words among it; `undefined` if nothing. */
  readonly explanation: string | undefined;
  /** What to do now; `undefined` if nothing can be done. */
  readonly nextStep: string | undefined;
}

/** The words for anything that was thrown; a bug gets them too. */
export function failureWords(error: unknown): FailureWords {
  if (error instanceof ApiError) {
    return apiFailureWords(error.failure);
  }
  if (error instanceof SignInError) {
    const { sentence, step } = signInFaultWords(error.fault);
    return words(sentence, nextStepWords(step));
  }
  if (error instanceof TransportError) {
    return noAnswerWords(error.fault);
  }
  if (error instanceof RecordStoreError) {
    return words(
      vscode.l10n.t('The record of the upload could not be kept on this computer.'),
      vscode.l10n.t('Check that the disk is not full and that its folder can be written.'),
    );
  }
  return words(vscode.l10n.t('Something went wrong inside Device Batch.'), nextStepWords('report'));
}

/** The words for a call to Partner Center that failed. */
export function apiFailureWords(failure: ApiFailure): FailureWords {
  switch (failure.reason) {
    case 'signed-out':
      return words(vscode.l10n.t('You are not signed in to Partner Center.'), nextStepWords('sign-in-again'));
    case 'unauthorized':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center did not accept the sign-in.'),
        nextStepWords('sign-in-again'),
      );
    case 'mfa-required':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center requires multifactor authentication.'),
        nextStepWords('complete-mfa'),
      );
    case 'step-up-required':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Your organization requires more proof of who you are.'),
        nextStepWords('sign-in-again'),
      );
    case 'forbidden':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center does not allow this to your account.'),
        nextStepWords('ask-for-role'),
      );
    case 'not-found':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center does not know what was asked for.'),
        nextStepWords('check-batch'),
      );
    case 'conflict':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center has this already.'),
        nextStepWords('check-batch'),
      );
    case 'too-large':
      return answerWords(
        failure.answer,
        vscode.l10n.t('The request is too large for Partner Center.'),
        vscode.l10n.t(
          'Lower the setting deviceBatch.upload.maxDevicesPerRequest, so that it is sent in smaller parts.',
        ),
      );
    case 'refused':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center refused the request.'),
        nextStepWords('check-manifest'),
      );
    case 'redirected':
      return answerWords(
        failure.answer,
        vscode.l10n.t('The answer leads to another address, which is not followed.'),
        vscode.l10n.t('Check whether a proxy or a sign-in page of your network stands between.'),
      );
    case 'throttled':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center is asked too much at the moment.'),
        nextStepWords('try-later'),
      );
    case 'unavailable':
      return answerWords(
        failure.answer,
        vscode.l10n.t('Partner Center is not available at the moment.'),
        nextStepWords('try-later'),
      );
    case 'unreachable':
      return noAnswerWords(failure.fault);
    case 'unknown-outcome':
      return {
        sentence: vscode.l10n.t('It is not known whether Partner Center accepted the devices.'),
        explanation: explanationOf(failure.because),
        nextStep: vscode.l10n.t('Look at the batch before you send anything again.'),
      };
    case 'unreadable':
      return answerWords(failure.answer, unreadableWords(failure.end), nextStepWords('try-later'));
    case 'unaddressable':
      return words(
        vscode.l10n.t('Partner Center cannot be asked about a batch of this name.'),
        vscode.l10n.t('Choose another batch id.'),
      );
  }
}

function words(sentence: string, nextStep: string | undefined): FailureWords {
  return { sentence, explanation: undefined, nextStep };
}

/** What is known about the service's error is more exact than what its status says. */
function answerWords(answer: ServiceAnswer, sentence: string, nextStep: string | undefined): FailureWords {
  const known = serviceErrorOf(answer);
  return {
    sentence: known === undefined ? sentence : serviceErrorWords(known),
    explanation: serviceWords(answer),
    nextStep: known === undefined ? nextStep : nextStepWords(known.nextStep),
  };
}

function explanationOf(because: ServiceAnswer | NoAnswer): string {
  if (because.is === 'no-answer') {
    return noAnswerSentence(because.fault);
  }
  const known = serviceErrorOf(because);
  return known === undefined ? serviceWords(because) : `${serviceErrorWords(known)} ${serviceWords(because)}`;
}

/** The service's own words, with its status and code. */
function serviceWords({ status, code, text, details }: ServiceAnswer): string {
  const numbers = [String(status), ...(code === undefined ? [] : [plainText(code)])].join(', ');
  const said = [text, ...details].filter(part => part !== undefined && part !== '').join('; ');
  return said === ''
    ? vscode.l10n.t('Partner Center answered without a word ({0}).', numbers)
    : vscode.l10n.t('Partner Center says: "{0}" ({1}).', plainText(redact(said)), numbers);
}

function unreadableWords(end: 'whole' | 'cut' | 'too-large'): string {
  switch (end) {
    case 'whole':
      return vscode.l10n.t('What Partner Center answered makes no sense.');
    case 'cut':
      return vscode.l10n.t('What Partner Center answered was cut off.');
    case 'too-large':
      return vscode.l10n.t('What Partner Center answered is too long.');
  }
}

function noAnswerWords(fault: TransportFault): FailureWords {
  return words(noAnswerSentence(fault), noAnswerStep(fault));
}

function noAnswerSentence(fault: TransportFault): string {
  switch (fault) {
    case 'dns':
      return vscode.l10n.t('The name of Partner Center, or of the proxy, could not be found.');
    case 'refused':
      return vscode.l10n.t('Partner Center could not be reached.');
    case 'tls':
      return vscode.l10n.t(
        'No secure connection to Partner Center could be made: its certificate is not trusted, or something stands between.',
      );
    case 'proxy':
      return vscode.l10n.t('The proxy does not lead to Partner Center.');
    case 'proxy-authentication':
      return vscode.l10n.t('The proxy wants a user name and a password.');
    case 'connect-timeout':
      return vscode.l10n.t('It took too long to reach Partner Center.');
    case 'answer-timeout':
      return vscode.l10n.t('Partner Center did not answer in time.');
    case 'reset':
      return vscode.l10n.t('The connection broke before Partner Center answered.');
    case 'not-http':
      return vscode.l10n.t('What answered in place of Partner Center does not speak HTTP.');
    case 'aborted':
      return vscode.l10n.t('The request was called off.');
    case 'other':
      return vscode.l10n.t('The request to Partner Center failed.');
  }
}

function noAnswerStep(fault: TransportFault): string | undefined {
  switch (fault) {
    case 'dns':
    case 'refused':
    case 'connect-timeout':
      return nextStepWords('check-network');
    case 'tls':
      return vscode.l10n.t(
        'If your network inspects secure connections, its certificate must be among those of the operating system.',
      );
    case 'proxy':
    case 'not-http':
      return vscode.l10n.t("Check VS Code's settings http.proxy and http.noProxy.");
    case 'proxy-authentication':
      return vscode.l10n.t("Put them into VS Code's setting http.proxy or http.proxyAuthorization.");
    case 'answer-timeout':
    case 'reset':
      return nextStepWords('try-later');
    case 'aborted':
      return undefined;
    case 'other':
      return nextStepWords('report');
  }
}
