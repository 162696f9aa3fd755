import type { Grants } from './grants.ts';
import type { Knobs, SignInError } from './knobs.ts';

/** What a page answers: a document to show, or where to go. */
export type PageAnswer =
  | { readonly is: 'page'; readonly html: string }
  | { readonly is: 'redirect'; readonly to: string };

/**
 * The sign-in page: a button to sign in, another to cancel.
 *
 * @param request the parameters of the authorization request (OAuth 2.0, section 4.1.1)
 */
export function signInPage(tenant: string, request: URLSearchParams): PageAnswer {
  return page(`<h1>Sign in</h1>
    <form method="post" action="/signed-in">
      ${hiddenFields({ tenant, request: request.toString() })}
      <button name="answer" value="yes">Sign in</button>
      <button name="answer" value="no">Cancel</button>
    </form>`);
}

/** What follows on a button of the sign-in page: the answer, sent on to where the client wants it. */
export function afterSignIn(form: URLSearchParams, grants: Grants, knobs: Knobs): PageAnswer {
  const request = new URLSearchParams(form.get('request') ?? '');
  const declined = { error: 'access_denied', number: 65004, text: 'User declined to consent to access the app.' };
  const error = form.get('answer') === 'yes' ? knobs.authorizeError : declined;
  const answer: Record<string, string> = {
    state: stateOf(request),
    ...(error === undefined ? { code: grants.newCode(form.get('tenant') ?? '', request) } : errorFields(error)),
  };
  const target = request.get('redirect_uri') ?? '';
  if (request.get('response_mode') !== 'form_post') {
    return { is: 'redirect', to: withParameters(target, answer) };
  }
  return page(`<form method="post" action="${escape(target)}">${hiddenFields(answer)}</form>
    <script>document.forms[0].submit();</script>`);
}

/** What https://vscode.dev/redirect does: it hands the answer to the VS Code whose address `state` is. */
export function vscodeDevRedirect(answer: URLSearchParams): PageAnswer {
  const names = ['code', 'state', 'error', 'error_description'].filter(name => answer.has(name));
  const target = decodeURIComponent(answer.get('state') ?? '');
  return {
    is: 'redirect',
    to: withParameters(target, Object.fromEntries(names.map(name => [name, answer.get(name)]))),
  };
}

/** The members in which OAuth endpoints report an error (OAuth 2.0, sections 4.1.2.1 and 5.2). */
export function errorFields({ error, number, text }: SignInError): Record<string, string> {
  return { error, error_description: `AADSTS${number}: ${text}` };
}

// A server such as this one puts the address to call back into `state` without escaping its own "&", so that what
// follows arrives as parameters of the authorization request. Here they are put back.
function stateOf(request: URLSearchParams): string {
  const strays = [...request].filter(([name]) => name.startsWith('vscode-'));
  return [request.get('state') ?? '', ...strays.map(([name, value]) => `${name}=${value}`)].join('&');
}

function withParameters(address: string, parameters: Readonly<Record<string, string | null>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value ?? '');
  }
  return url.href;
}

function page(body: string): PageAnswer {
  return { is: 'page', html: `<!doctype html><meta charset="utf-8"><title>Test sign-in</title>${body}` };
}

function hiddenFields(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
