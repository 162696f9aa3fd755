import * as vscode from 'vscode';

import type { Cloud } from '../../api/clouds.ts';
import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { readGuid } from '../../core/guid.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { plainText } from '../../platform/plainText.ts';
import { failureWords } from '../../platform/words/failures.ts';
import type { RecordedCustomer } from '../../uploads/uploadRecord.ts';

/** What picking a customer takes. */
export interface CustomerPickDeps {
  readonly client: Pick<PartnerCenterClient, 'customers' | 'findCustomers'>;
  readonly cloud: Cloud;
  /** Customers that were uploaded for before, latest first. */
  readonly recent: readonly RecordedCustomer[];
  /** Told when the list of customers could not be read, which the picker shows too. */
  readonly onSearchFailed: (error: unknown) => void;
}

/** Typing pauses this long before the service is asked: every request counts against the partner's quota. */
const typingPauseMs = 300;

/**
 * Lets the user find a customer by the beginning of its name or domain, pick one of the latest, or paste an id.
 *
 * @returns the customer's id.
 * @throws {vscode.CancellationError} when dismissed.
 * @throws the signal's reason when it is aborted.
 */
export async function pickCustomer(deps: CustomerPickDeps, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const store = new DisposableStore();
  const pick = store.add(vscode.window.createQuickPick<CustomerItem>());
  const search = store.add(new CustomerSearch(pick, deps));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  store.add({ dispose: () => signal.removeEventListener('abort', onAbort) });
  store.add(pick.onDidHide(() => reject(new vscode.CancellationError())));
  store.add(
    pick.onDidAccept(() => {
      const id = pick.selectedItems[0]?.customer?.id;
      if (id === undefined) {
        search.showMore();
      } else {
        resolve(id);
      }
    }),
  );
  search.start();
  try {
    return await promise;
  } finally {
    store.dispose();
  }
}

/** Customers that were read but are not shown yet, and those after them. */
interface MoreCustomers {
  readonly next: readonly RecordedCustomer[];
  readonly pages: CustomerPages;
  readonly signal: AbortSignal;
}

type CustomerPages = ReturnType<PartnerCenterClient['customers']>;

/** Keeps the list in step with what is typed; answers that a later key stroke overtook are dropped. */
class CustomerSearch implements vscode.Disposable {
  readonly #pick: vscode.QuickPick<CustomerItem>;
  readonly #deps: CustomerPickDeps;
  readonly #typing: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #running = new AbortController();
  #found: readonly RecordedCustomer[] = [];
  #more: MoreCustomers | undefined;

  constructor(pick: vscode.QuickPick<CustomerItem>, deps: CustomerPickDeps) {
    this.#pick = pick;
    this.#deps = deps;
    this.#typing = pick.onDidChangeValue(text => this.#search(text));
  }

  start(): void {
    this.#pick.placeholder = vscode.l10n.t("Type the beginning of the customer's name or domain, or paste its id");
    this.#pick.ignoreFocusOut = true;
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
    this.#pick.show();
    this.#search('');
  }

  showMore(): void {
    const more = this.#more;
    if (more !== undefined) {
      this.#found = [...this.#found, ...more.next];
      this.#more = undefined;
      this.#show('answer');
      void this.#unlessOvertaken(more.signal, () => this.#lookAhead(more.pages, more.signal));
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running.abort();
    this.#typing.dispose();
  }

  #search(text: string): void {
    clearTimeout(this.#timer);
    this.#running.abort();
    this.#running = new AbortController();
    this.#more = undefined;
    this.#pick.title = titleIn(this.#deps.cloud);
    const id = readGuid(text);
    if (id !== undefined) {
      this.#pick.busy = false;
      this.#pick.items = [{ ...itemOf({ id }), alwaysShow: true }];
      return;
    }
    this.#pick.busy = true;
    // What was found for an earlier text must not be taken for an answer to this one.
    this.#show('earlier');
    const { signal } = this.#running;
    const find = () => void this.#unlessOvertaken(signal, () => this.#find(text.trim(), signal));
    this.#timer = setTimeout(find, text === '' ? 0 : typingPauseMs);
  }

  async #find(text: string, signal: AbortSignal): Promise<void> {
    const { client } = this.#deps;
    if (text !== '') {
      this.#answer(await client.findCustomers(text, signal), signal);
      return;
    }
    const pages = client.customers(undefined, signal);
    this.#answer(await nextOf(pages), signal);
    await this.#lookAhead(pages, signal);
  }

  /** Reads the page after those shown, to know whether there is more. */
  async #lookAhead(pages: CustomerPages, signal: AbortSignal): Promise<void> {
    const next = await nextOf(pages);
    if (!signal.aborted && next.length > 0) {
      this.#more = { next, pages, signal };
      this.#show('answer');
    }
  }

  #answer(found: readonly RecordedCustomer[], signal: AbortSignal): void {
    if (!signal.aborted) {
      this.#found = found;
      this.#pick.busy = false;
      this.#show('answer');
    }
  }

  async #unlessOvertaken(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) {
        this.#deps.onSearchFailed(error);
        this.#pick.title = failureWords(error).sentence;
        this.#pick.busy = false;
      }
    }
  }

  /** The service matched an `answer` already; what VS Code's own filter thinks of it does not matter. */
  #show(kind: 'answer' | 'earlier'): void {
    this.#pick.items = itemsOf(this.#deps.recent, this.#found, kind === 'answer', this.#more !== undefined);
  }
}

/** A customer, a line between customers, or the way to more of them. */
export interface CustomerItem extends vscode.QuickPickItem {
  readonly customer?: RecordedCustomer;
}

/** Those used lately, then the others that were found, each customer once. */
export function itemsOf(
  recent: readonly RecordedCustomer[],
  found: readonly RecordedCustomer[],
  alwaysShow: boolean,
  hasMore: boolean,
): readonly CustomerItem[] {
  const foundById = new Map(found.map(customer => [customer.id, customer]));
  const recentIds = new Set(recent.map(({ id }) => id));
  const used = recent.map(customer => ({
    ...itemOf(foundById.get(customer.id) ?? customer),
    alwaysShow: alwaysShow && foundById.has(customer.id),
  }));
  const others = found.filter(({ id }) => !recentIds.has(id)).map(customer => ({ ...itemOf(customer), alwaysShow }));
  const more = { label: `$(ellipsis) ${vscode.l10n.t('More customers')}`, alwaysShow: true };
  return [
    ...(used.length > 0 ? [separator(vscode.l10n.t('used lately')), ...used] : []),
    ...(used.length > 0 && others.length > 0 ? [separator(vscode.l10n.t('customers')), ...others] : others),
    ...(hasMore ? [more] : []),
  ];
}

function separator(label: string): CustomerItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function itemOf(customer: RecordedCustomer): CustomerItem {
  const { id, companyName, domain } = customer;
  return companyName === undefined
    ? { label: id, customer }
    : { label: plainText(companyName), description: plainText(domain ?? ''), detail: id, customer };
}

async function nextOf(pages: CustomerPages): Promise<readonly RecordedCustomer[]> {
  const { done, value } = await pages.next();
  return done === true ? [] : value;
}

function titleIn({ name }: Cloud): string {
  return name === 'emulator'
    ? vscode.l10n.t('Whose devices are these? (emulator)')
    : vscode.l10n.t('Whose devices are these?');
}
