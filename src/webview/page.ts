import { chooseRows } from './chooseRows.ts';
import { Chips } from './chips.ts';
import { CountBar } from './countBar.ts';
import { DeviceGrid } from './deviceGrid.ts';
import { element, setText } from './element.ts';
import { FactList } from './factList.ts';
import { fillIn } from './fillIn.ts';
import { gridColumns } from './gridColumns.ts';
import { Headline } from './headline.ts';
import { NoticeList } from './noticeList.ts';
import { PartTable } from './partTable.ts';
import type {
  DeviceRow,
  HostMessage,
  Look,
  Notice,
  PageAction,
  PageContent,
  PageMessage,
  PageTexts,
  SavedState,
  StatusContent,
} from './protocol.ts';

export interface PagePorts {
  readonly post: (message: PageMessage) => void;
  readonly save: (state: SavedState) => void;
}

type Opening = Extract<HostMessage, { is: 'open' }>;

const toolbar: readonly PageAction[] = ['refresh', 'retry-failed', 'show-answer', 'copy-support-details'];

/** The status page, from the host's first message on. */
export class Page {
  readonly #ports: PagePorts;
  readonly #opening: Opening;
  readonly #compare: (a: string, b: string) => number;
  readonly #title = element('h1');
  readonly #headline = new Headline();
  readonly #counts: CountBar;
  readonly #notices: NoticeList;
  readonly #facts: FactList;
  readonly #details: FactList;
  readonly #detailsBox: HTMLDetailsElement;
  readonly #parts: PartTable;
  readonly #buttons: ReadonlyMap<PageAction, HTMLElement>;
  readonly #load: HTMLElement;
  readonly #search: HTMLInputElement;
  readonly #chips: Chips;
  readonly #shown = element('p', { class: 'shown', role: 'status' });
  readonly #grid: DeviceGrid;
  readonly #table: HTMLElement;
  #look: Look;
  #content: StatusContent | undefined;
  #rows: readonly DeviceRow[] = [];

  /** Takes the place of what `parent` holds. */
  constructor(parent: HTMLElement, opening: Opening, look: Look, ports: PagePorts) {
    const { texts, language } = opening;
    this.#ports = ports;
    this.#opening = opening;
    this.#look = look;
    this.#compare = new Intl.Collator(language, { numeric: true }).compare;
    this.#counts = new CountBar(texts);
    this.#notices = new NoticeList(does => ports.post({ is: does }));
    const factSetup = {
      language,
      texts,
      onCopyLink: () => ports.post({ is: 'copy-link', part: 0 }),
      onOpenManifest: () => ports.post({ is: 'open-manifest' }),
    };
    this.#facts = new FactList(factSetup);
    this.#details = new FactList(factSetup);
    this.#detailsBox = element('details', {}, element('summary', {}, texts.details), this.#details.root);
    this.#parts = new PartTable({
      texts,
      onCopyLink: part => ports.post({ is: 'copy-link', part }),
      onShowAnswer: part => ports.post({ is: 'show-answer', part }),
    });
    this.#buttons = new Map(toolbar.map(action => [action, this.#actionButton(action)]));
    this.#load = this.#button(texts.actions.load, () => ports.post({ is: 'refresh' }), { class: 'primary' });
    this.#search = element('input', {
      type: 'search',
      'aria-label': texts.search,
      placeholder: texts.search,
      value: look.search,
    });
    this.#search.addEventListener('input', () => this.#lookAt({ search: this.#search.value }));
    this.#chips = new Chips(texts, filter => this.#lookAt({ filter }));
    this.#grid = new DeviceGrid({
      texts,
      onSort: column => this.#sortBy(column),
      onOpen: ({ number }) => ports.post({ is: 'go-to-device', number }),
      onScroll: scrollTop => this.#remember({ scrollTop }),
    });
    this.#table = this.#makeTable();
    parent.replaceChildren(
      element(
        'main',
        {},
        this.#title,
        this.#headline.root,
        this.#counts.root,
        this.#notices.root,
        this.#facts.root,
        element('div', { class: 'toolbar' }, ...this.#buttons.values(), this.#load),
        this.#detailsBox,
        this.#parts.root,
        this.#table,
      ),
    );
    document.addEventListener('keydown', event => this.#onKey(event));
    this.show(opening.content);
    this.#grid.scrollTo(look.scrollTop);
  }

  show(content: PageContent): void {
    const { texts } = this.#opening;
    const status = content.is === 'status' ? content : undefined;
    this.#content = status;
    setText(this.#title, content.title);
    this.#headline.show(status, otherwise(content.is, texts));
    this.#facts.show(content.facts);
    this.#details.show(status?.details ?? []);
    this.#parts.show(status?.parts ?? []);
    this.#notices.show(noticesOf(content));
    this.#load.hidden = content.is !== 'unasked';
    for (const [action, button] of this.#buttons) {
      button.hidden = !content.actions.includes(action);
    }
    for (const section of [this.#counts.root, this.#detailsBox, this.#table]) {
      section.hidden = status === undefined;
    }
    this.#counts.show(status?.devices ?? []);
    this.#showRows();
  }

  #showRows(): void {
    const { devices = [], explanations = [], actions = [] } = this.#content ?? {};
    const { texts } = this.#opening;
    this.#rows = chooseRows(devices, this.#look, { texts, explanations, compare: this.#compare });
    this.#chips.show(devices, this.#look.filter);
    setText(
      this.#shown,
      this.#rows.length === 0 && devices.length > 0
        ? texts.noneShown
        : fillIn(texts.shown, this.#rows.length, devices.length),
    );
    this.#grid.show({
      rows: this.#rows,
      explanations,
      columns: gridColumns(devices.some(({ model }) => model !== '')),
      linked: actions.includes('open-manifest'),
      sort: this.#look.sort,
    });
  }

  /** The keys for finding lead to the search: VS Code's own finds only what is drawn. */
  #onKey(event: KeyboardEvent): void {
    if (event.key === 'f' && (event.ctrlKey || event.metaKey) && !this.#table.hidden) {
      event.preventDefault();
      this.#search.focus();
      this.#search.select();
    }
  }

  #lookAt(change: Partial<Look>): void {
    this.#remember(change);
    this.#showRows();
  }

  #sortBy(column: Look['sort']['column']): void {
    const { sort } = this.#look;
    this.#lookAt({ sort: { column, descending: sort.column === column && !sort.descending } });
  }

  #remember(change: Partial<Look>): void {
    this.#look = { ...this.#look, ...change };
    this.#ports.save({ target: this.#opening.target, look: this.#look });
  }

  #makeTable(): HTMLElement {
    const { texts } = this.#opening;
    const post = (is: 'copy-table' | 'save-csv') =>
      this.#ports.post({ is, numbers: this.#rows.map(({ number }) => number) });
    const exports = (['copy-table', 'save-csv'] as const).map(is =>
      this.#button(texts.actions[is], () => post(is), { title: texts.hints[is] }),
    );
    const controls = element('div', { class: 'controls' }, this.#search, this.#chips.root, this.#shown, ...exports);
    return element('section', { class: 'table', 'aria-label': texts.devices }, controls, this.#grid.root);
  }

  #actionButton(action: PageAction): HTMLElement {
    const { texts } = this.#opening;
    const attributes = action === 'retry-failed' ? { title: texts.hints[action], class: 'primary' } : {};
    const message: PageMessage = action === 'show-answer' ? { is: action, part: 0 } : { is: action };
    return this.#button(texts.actions[action], () => this.#ports.post(message), attributes);
  }

  #button(
    words: string,
    onPress: () => void,
    attributes: { readonly title?: string; readonly class?: string } = {},
  ): HTMLElement {
    const button = element('button', { type: 'button', ...attributes }, words);
    button.addEventListener('click', onPress);
    return button;
  }
}

/** What stands in place of a headline. */
function otherwise(is: PageContent['is'], { unasked, loading }: PageTexts): string {
  return is === 'unasked' ? unasked : is === 'loading' ? loading : '';
}

function noticesOf(content: PageContent): readonly Notice[] {
  switch (content.is) {
    case 'status':
      return content.notices;
    case 'failed':
      return [content.notice];
    case 'unasked':
    case 'loading':
      return [];
  }
}
