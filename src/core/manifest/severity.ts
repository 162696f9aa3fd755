export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** How serious a problem is: an error blocks the upload, a warning is counted before it, the others never ask. */
export type Severity = (typeof severities)[number];
