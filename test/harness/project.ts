import path from 'node:path';

/** The root of the checkout, absolute. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where `npm run package` leaves the packaged extension. */
export const packagedExtension = path.join(root, 'out/device-batch.vsix');

/** Where test runs leave what a person may want to look at: screenshots, results. */
export const testOutput = path.join(root, 'out/test');
