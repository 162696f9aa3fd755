/**
 * What the status page and its host say to each other, and nothing else: they share these types only.
 *
 * Every text is ready to show: in the user's language, and made plain where it is foreign. No message to the page holds a hash, a
 * product key or a token; no message from it holds an address, a path or the id of a customer.
 */

/** From the host. */
export type HostMessage =
  /** The first one, in answer to `ready`. */
  | {
      readonly is: 'open';
      /** A language tag (RFC 5646) for dates, numbers and sorting. */
      readonly language: string;
      readonly texts: PageTexts;
      /** Kept by the page for the host, to open the same status again after a reload. */
      readonly target: SavedTarget;
      readonly content: PageContent;
    }
  | { readonly is: 'show'; readonly content: PageContent };

/** From the page. Devices are named by their `number`, parts by their position. */
export type PageMessage =
  | { readonly is: 'ready' }
  /** Ask the service now, for the first time or once more. */
  | { readonly is: 'refresh' }
  | { readonly is: 'continue' }
  | { readonly is: 'open-manifest' }
  | { readonly is: 'go-to-device'; readonly number: number }
  | { readonly is: 'retry-failed' }
  /** The devices that the table shows, in its order. */
  | { readonly is: 'copy-table'; readonly numbers: readonly number[] }
  | { readonly is: 'save-csv'; readonly numbers: readonly number[] }
  | { readonly is: 'copy-support-details' }
  | { readonly is: 'copy-link'; readonly part: number }
  | { readonly is: 'show-answer'; readonly part: number };

/** What a page shows: an upload of the records, or a job that is known by its two ids only. */
export type SavedTarget =
  | { readonly is: 'upload'; readonly id: string }
  | { readonly is: 'job'; readonly customerId: string; readonly trackingId: string };

/** What the page keeps while it is hidden or reloaded. */
export interface SavedState {
  readonly target: SavedTarget;
  readonly look: Look;
}

/** How the user looks at the table. */
export interface Look {
  readonly search: string;
  readonly filter: DeviceFilter;
  readonly sort: Sort;
  /** In CSS pixels. */
  readonly scrollTop: number;
}

export interface Sort {
  readonly column: DeviceColumn;
  readonly descending: boolean;
}

export type DeviceColumn = 'number' | 'serial' | 'model' | 'status' | 'wrong' | 'next';

export type DeviceFilter = 'all' | DeviceGroup;

/** Every device is in one of these: it failed, may still get an answer, is registered, or got no answer. */
export type DeviceGroup = 'failed' | 'waiting' | 'done' | 'unanswered';

export type PageContent =
  /** Nothing is asked before the user says so. */
  | (Heading & { readonly is: 'unasked' })
  | (Heading & { readonly is: 'loading' })
  /** There is nothing to show, and why. */
  | (Heading & { readonly is: 'failed'; readonly notice: Notice })
  | StatusContent;

export interface Heading {
  readonly title: string;
  /** What, for whom, when. */
  readonly facts: readonly Fact[];
  /** What can be done; the page offers nothing else. */
  readonly actions: readonly PageAction[];
}

export interface StatusContent extends Heading {
  readonly is: 'status';
  /** How it stands, in a sentence or two. */
  readonly headline: string;
  readonly mood: Mood;
  /** What only some want to know. */
  readonly details: readonly Fact[];
  readonly notices: readonly Notice[];
  /** Only where there are several. */
  readonly parts: readonly PartRow[];
  /** What devices are told, each text once. */
  readonly explanations: readonly Explanation[];
  readonly devices: readonly DeviceRow[];
}

export type Mood = 'running' | 'good' | 'bad' | 'unclear';

export type PageAction = 'refresh' | 'open-manifest' | 'retry-failed' | 'show-answer' | 'copy-support-details';

export type Fact = { readonly label: string } & (
  | { readonly is: 'text'; readonly text: string }
  /** An id or an address: shown in full, to be copied. */
  | { readonly is: 'code'; readonly text: string }
  /** Milliseconds since 1970. */
  | { readonly is: 'time'; readonly at: number }
  /** The status link of the only part. */
  | { readonly is: 'link'; readonly text: string }
  /** The name of the manifest. */
  | { readonly is: 'manifest'; readonly text: string }
);

export interface Notice {
  readonly kind: 'information' | 'warning' | 'error';
  readonly text: string;
  readonly lines: readonly string[];
  /** What the user can do about it, and what the button for it says. */
  readonly action?: { readonly does: 'refresh' | 'continue'; readonly label: string };
}

export interface PartRow {
  readonly devices: string;
  readonly state: string;
  readonly result: string;
  /** The status link; `undefined` while the service has given none. */
  readonly link?: string;
}

export interface Explanation {
  /** What went wrong. */
  readonly wrong: string;
  /** In the service's words; empty where it said nothing. */
  readonly service: string;
  /** What to do next; empty where nothing needs to be done. */
  readonly next: string;
}

export type DeviceStatus =
  | 'registered'
  | 'already-registered'
  | 'failed'
  /** It was sent, or is about to be, and may still get its answer. */
  | 'waiting'
  /** The job has ended, or is known no more, without an answer that is certainly about this device. */
  | 'unanswered'
  /** Whether the service accepted it is not known. */
  | 'unknown'
  | 'not-sent';

export interface DeviceRow {
  /** From 1: its place in the manifest, or in the service's list where there is none. Unique. */
  readonly number: number;
  /** Empty where none is known. */
  readonly serial: string;
  /** Empty where it is not known. */
  readonly model: string;
  readonly status: DeviceStatus;
  /** Whether the answer was found by nothing but its place in the service's list. */
  readonly byPosition: boolean;
  /** A position in `explanations`. */
  readonly explanation?: number;
}

/** All words of the page that do not depend on what it shows. `{0}`, `{1}` are for the page to fill in. */
export interface PageTexts {
  readonly statuses: Readonly<Record<DeviceStatus, string>>;
  readonly byPosition: string;
  readonly columns: Readonly<Record<DeviceColumn, string>>;
  /** The column of `Explanation.service` in a saved table. */
  readonly service: string;
  readonly filters: Readonly<Record<DeviceFilter, string>>;
  readonly actions: Readonly<Record<PageAction | 'load' | 'copy-table' | 'save-csv' | 'copy-link', string>>;
  /** What pressing them does, where their names say too little. */
  readonly hints: Readonly<Record<'retry-failed' | 'copy-table' | 'save-csv' | 'go-to-device', string>>;
  /** Above what was not asked for yet. */
  readonly unasked: string;
  readonly loading: string;
  readonly details: string;
  readonly counts: string;
  readonly filter: string;
  readonly search: string;
  readonly devices: string;
  readonly noSerial: string;
  /** `{0}` of `{1}` devices. */
  readonly shown: string;
  readonly noneShown: string;
  /** `{0}` parts. */
  readonly parts: string;
  readonly part: string;
  readonly partState: string;
  readonly partResult: string;
  readonly statusLink: string;
}
