/** What is used of papaparse. The types published for it name some of the DOM's, which core does not have. */
declare module 'papaparse' {
  interface Step {
    /** The cells of one record. */
    readonly data: readonly string[];
    /** What is wrong with its quotation marks. */
    readonly errors: readonly unknown[];
    /** `cursor` is where the record ends in the text, its line break included. */
    readonly meta: { readonly cursor: number };
  }

  interface Config {
    readonly delimiter: string;
    readonly newline: '\n' | '\r';
    readonly step: (step: Step) => void;
  }

  const papa: {
    /** Calls `step` for each record of the text, one after the other, before it returns. */
    parse(text: string, config: Config): void;
  };
  export = papa;
}
