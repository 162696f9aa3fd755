import type { ApiFailure, NoAnswer, ServiceAnswer } from '../api/apiError.ts';
import type { DeviceErrorAnswer, DeviceVerdict, PartOutcome } from '../core/upload/outcome.ts';

type Redact = (text: string) => string;

/** What is known of a part's devices, without the product keys that the service repeats. */
export function keptOutcome(outcome: PartOutcome, redact: Redact): PartOutcome {
  const redactOnce = onceEach(redact);
  return {
    ...outcome,
    devices: outcome.devices.map(device => keptVerdict(device, redactOnce)),
    unmatched: outcome.unmatched.map(({ shown, verdict }) => ({
      shown: { deviceId: shown.deviceId, serialNumber: shown.serialNumber },
      verdict: keptVerdict(verdict, redactOnce),
    })),
  };
}

/** Thousands of devices can have the same words. */
function onceEach(redact: Redact): Redact {
  const redacted = new Map<string, string>();
  return text => {
    const known = redacted.get(text) ?? redact(text);
    redacted.set(text, known);
    return known;
  };
}

function keptVerdict<T extends { readonly is: string } | DeviceVerdict>(verdict: T, redact: Redact): T {
  return 'error' in verdict ? { ...verdict, error: keptError(verdict.error, redact) } : verdict;
}

function keptError({ code, description }: DeviceErrorAnswer, redact: Redact): DeviceErrorAnswer {
  return { code: code && redact(code), description: description && redact(description) };
}

/** A failure with the service's words redacted. */
export function keptFailure(failure: ApiFailure, redact: Redact): ApiFailure {
  if (failure.reason === 'unknown-outcome') {
    return { ...failure, because: keptAnswer(failure.because, redact) };
  }
  return 'answer' in failure ? { ...failure, answer: keptAnswer(failure.answer, redact) } : failure;
}

function keptAnswer<T extends ServiceAnswer | NoAnswer>(answer: T, redact: Redact): T {
  return answer.is === 'no-answer'
    ? answer
    : {
        ...answer,
        code: answer.code && redact(answer.code),
        text: answer.text && redact(answer.text),
        details: answer.details.map(redact),
      };
}
