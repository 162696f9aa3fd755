import { deviceFaultOf, type ErrorSource, serviceErrors, signInErrorOf } from '../../core/deviceErrors.ts';
import { isProblemCode } from '../../core/rules/ruleCatalog.ts';
import { deviceErrorWords } from '../../platform/words/deviceErrors.ts';
import { nextStepWords } from '../../platform/words/nextSteps.ts';
import { serviceErrorWords } from '../../platform/words/serviceErrors.ts';
import { signInFaultWords } from '../../platform/words/signInErrors.ts';

/** What a code stands for. The same one can stand for several things, by where it is met. */
export interface Explanation {
  readonly metAs: 'problem of a manifest' | 'error of a device' | 'answer to a request' | 'refused sign-in';
  readonly meaning: string;
  readonly nextStep?: string;
  /** The HTTP status that it comes with. */
  readonly status?: number;
  readonly knownFrom?: string;
}

const sources: Readonly<Record<ErrorSource, string>> = {
  service: 'the documentation of this service',
  microsoft: "Microsoft's documentation of related services",
  seen: 'reports of people who met it',
};

/**
 * Everything that is known about a code: that of a problem, of a device's error (or its name), of an answer of Partner
 * Center, or of Microsoft Entra (`AADSTS65001`).
 *
 * @param readPage reads the page of a problem's rule
 * @throws Error if nothing is.
 */
export async function explanationsOf(
  code: string,
  readPage: (rule: string) => Promise<string>,
): Promise<{ readonly explanations: readonly Explanation[] }> {
  const explanations = [
    ...(isProblemCode(code) ? [{ metAs: 'problem of a manifest' as const, meaning: await readPage(code) }] : []),
    ...deviceError(code),
    ...serviceAnswers(code),
    ...signInError(code),
  ];
  if (explanations.length === 0) {
    throw new Error('Nothing is known about this code.');
  }
  return { explanations };
}

function deviceError(code: string): readonly Explanation[] {
  const fault = deviceFaultOf(code, code);
  const { explanation, nextStep } = deviceErrorWords(fault);
  return explanation === undefined || fault.known === undefined
    ? []
    : [explained('error of a device', explanation, nextStep, fault.known.source)];
}

function serviceAnswers(code: string): readonly Explanation[] {
  return serviceErrors
    .filter(known => 'code' in known && known.code === code)
    .map(known => ({
      ...explained('answer to a request', serviceErrorWords(known), nextStepWords(known.nextStep), known.source),
      ...('status' in known ? { status: known.status } : {}),
    }));
}

function signInError(code: string): readonly Explanation[] {
  const { code: aadsts, known } = signInErrorOf(/^\d+$/.test(code) ? `AADSTS${code}` : code) ?? {};
  if (aadsts === undefined || known === undefined) {
    return [];
  }
  const { sentence, step } = signInFaultWords({ is: 'entra', aadsts, known });
  return [explained('refused sign-in', sentence, nextStepWords(step), known.source)];
}

function explained(
  metAs: Explanation['metAs'],
  meaning: string,
  nextStep: string | undefined,
  source: ErrorSource,
): Explanation {
  return { metAs, meaning, ...(nextStep === undefined ? {} : { nextStep }), knownFrom: sources[source] };
}
