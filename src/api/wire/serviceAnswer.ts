import type { ServiceAnswer } from '../apiError.ts';
import type { HttpResponse } from '../http.ts';
import { readRetryAfter } from '../retryAfter.ts';
import { type Body, readBody } from './body.ts';
import { WireObject } from './wireObject.ts';

/** The most of a foreign text that is kept; the service's own are at most 1,024 (Partner Center REST, "error codes"). */
const longestText = 1024;
const mostDetails = 20;

/**
 * Reads an answer that is not the one hoped for. Never throws.
 *
 * Understands the shapes that the service, its gateway and its sign-in use: `{ code, description, data, source }`,
 * `{ statusCode, message }`, `{ error: { code, message } }`, `{ error, error_description }`, plain text, a page, nothing.
 * `now`: milliseconds since 1970.
 */
export function serviceAnswerOf(response: HttpResponse, now: number): ServiceAnswer {
  const body = readBody(response.body);
  const { code, text, details = [] } = faultIn(body);
  const words = text ?? phraseOf(response);
  return {
    is: 'answer',
    status: response.status,
    code: code?.trim().slice(0, longestText),
    text: words?.trim().slice(0, longestText),
    details: details.slice(0, mostDetails).map(detail => detail.slice(0, longestText)),
    body: body.is,
    retryAfterMs: readRetryAfter(response.headers.get('Retry-After'), words, now),
  };
}

interface Fault {
  readonly code?: string | undefined;
  readonly text?: string | undefined;
  readonly details?: readonly string[];
}

function faultIn(body: Body): Fault {
  switch (body.is) {
    case 'json':
      return faultOf(body.value);
    case 'markup':
      return { text: body.title };
    case 'text':
      return { text: body.text };
    case 'empty':
      return {};
  }
}

function faultOf(value: unknown): Fault {
  if (typeof value === 'string') {
    return { text: value };
  }
  const fault = WireObject.of(value);
  if (fault === undefined) {
    return {};
  }
  const nested = fault.object('error');
  if (nested !== undefined) {
    return { code: nested.text('code'), text: nested.text('message'), details: detailsOf(nested.list('details')) };
  }
  return {
    code: fault.text('code') ?? fault.text('error'),
    text: fault.text('description') ?? fault.text('message') ?? fault.text('error_description'),
    details: detailsOf(fault.list('data')),
  };
}

/** The element type of `data` is undocumented; texts were seen. */
function detailsOf(data: readonly unknown[] | undefined): readonly string[] {
  return (data ?? []).filter(detail => typeof detail === 'string');
}

function phraseOf({ statusText }: HttpResponse): string | undefined {
  return statusText === undefined || statusText.trim() === '' ? undefined : statusText;
}
