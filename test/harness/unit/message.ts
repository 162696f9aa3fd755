/** A test file that a unit process is to run. */
export interface FileToRun {
  /** Relative to the root. */
  readonly name: string;
  readonly address: string;
}

/** What a unit process says while it runs a file, in order. */
export type UnitMessage =
  /** A test or a suite has begun. */
  | { readonly is: 'begun'; readonly title: string }
  | { readonly is: 'passed' }
  | { readonly is: 'skipped' }
  | { readonly is: 'failed'; readonly title: string; readonly error: string }
  /** The file is through; `leftOpen` still keeps the process alive. */
  | { readonly is: 'through'; readonly leftOpen: readonly string[] };
