const hook = new URL('./use-fake-engine.ts', import.meta.url).href

/** For commands whose transcript does not matter: the engines are real processes, but without models. */
export const withoutModels: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--import=${hook} --disable-warning=ExperimentalWarning`,
}
