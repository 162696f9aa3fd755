import * as vscode from 'vscode';

import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { readGuid } from '../../core/guid.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { plainText } from '../../platform/plainText.ts';
import { failureWords } from '../../platform/words/failures.ts';
import type { RecordedCustomer } from '../../uploads/uploadRecord.ts';

interface CustomerItem extends vscode.QuickPickItem {
  readonly customer: RecordedCustomer;
}

/** Typing pauses this long before the service is asked: every request counts against the partner's quota. */
const typingPauseMs = 300;

/**
 * Lets the user find a customer by the beginning of its name or domain, pick one of the latest, or paste an id.
 *
 * @throws {vscode.CancellationError} when dismissed.
 */
export async function pickCustomer(
  client: PartnerCenterClient,
  recent: readonly RecordedCustomer[],
  signal: AbortSignal,
): Promise<RecordedCustomer> {
  const store = new DisposableStore();
  const pick = store.add(vscode.window.createQuickPick<CustomerItem>());
  const search = new CustomerSearch(pick, client, recent);
  store.add(search);
  try {
    return await new Promise<RecordedCustomer>((resolve, reject) => {
      const dismiss = (): void => reject(new vscode.CancellationError());
      signal.addEventListener('abort', dismiss, { once: true });
      store.add(pick.onDidHide(dismiss));
      store.add(
        pick.onDidAccept(() => {
          const customer = pick.selectedItems[0]?.customer;
          if (customer !== undefined) {
            resolve(customer);
          }
        }),
      );
      search.show();
    });
  } finally {
    store.dispose();
  }
}

/** Keeps the list in step with what is typed; answers that a later key stroke overtook are dropped. */
class CustomerSearch implements vscode.Disposable {
  readonly #pick: vscode.QuickPick<CustomerItem>;
  readonly #client: PartnerCenterClient;
  readonly #recent: readonly CustomerItem[];
  readonly #typing: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #running = new AbortController();

  constructor(pick: vscode.QuickPick<CustomerItem>, client: PartnerCenterClient, recent: readonly RecordedCustomer[]) {
    this.#pick = pick;
    this.#client = client;
    this.#recent = recent.map(customer => ({ ...itemOf(customer), iconPath: new vscode.ThemeIcon('history') }));
    this.#typing = pick.onDidChangeValue(text => this.#schedule(text));
  }

  show(): void {
    this.#pick.title = vscode.l10n.t('Whose devices are these?');
    this.#pick.placeholder = vscode.l10n.t("Type the beginning of the customer's name or domain, or paste its id");
    this.#pick.ignoreFocusOut = true;
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
    this.#pick.show();
    this.#schedule('');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running.abort();
    this.#typing.dispose();
  }

  #schedule(text: string): void {
    clearTimeout(this.#timer);
    this.#running.abort();
    this.#running = new AbortController();
    const id = readGuid(text);
    if (id !== undefined) {
      this.#pick.busy = false;
      this.#pick.items = [{ ...itemOf({ id }), alwaysShow: true }];
      return;
    }
    this.#pick.busy = true;
    const { signal } = this.#running;
    this.#timer = setTimeout(() => void this.#search(text.trim(), signal), text === '' ? 0 : typingPauseMs);
  }

  async #search(text: string, signal: AbortSignal): Promise<void> {
    try {
      const found = text === '' ? await this.#firstPage(signal) : await this.#client.findCustomers(text, signal);
      if (!signal.aborted) {
        // The service matched the beginning of name or domain already.
        this.#show(found.map(customer => ({ ...itemOf(customer), alwaysShow: true })));
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#pick.title = failureWords(error).sentence;
        this.#show([]);
      }
    }
  }

  async #firstPage(signal: AbortSignal): Promise<readonly RecordedCustomer[]> {
    const { done, value } = await this.#client.customers(undefined, signal).next();
    return done === true ? [] : value;
  }

  #show(found: readonly CustomerItem[]): void {
    const known = new Set(this.#recent.map(({ customer }) => customer.id));
    this.#pick.items = [...this.#recent, ...found.filter(({ customer }) => !known.has(customer.id))];
    this.#pick.busy = false;
  }
}

function itemOf(customer: RecordedCustomer): CustomerItem {
  const { id, companyName, domain } = customer;
  return companyName === undefined
    ? { label: id, customer }
    : { label: plainText(companyName), description: plainText(domain ?? ''), detail: id, customer };
}
