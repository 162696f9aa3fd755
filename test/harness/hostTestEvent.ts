/** What the tests inside the extension host report, one per line, to the process that started VS Code. */
export type HostTestEvent =
  | { readonly event: 'pass'; readonly title: string; readonly milliseconds: number }
  | { readonly event: 'fail'; readonly title: string; readonly error: string }
  | { readonly event: 'skip'; readonly title: string }
  /** The last line of a run that came to its end. */
  | { readonly event: 'end' };
