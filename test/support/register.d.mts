/** Makes `vscode` lead to the stub for everything that is imported after it. */
export type Registered = true;
