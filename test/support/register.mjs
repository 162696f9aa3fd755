// Lets unit tests run the sources as they are: Node strips the types, and `vscode` leads to the stub beside this file.
import { registerHooks } from 'node:module';

const stub = new URL('./vscode.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: stub, shortCircuit: true } : next(specifier, context),
});
