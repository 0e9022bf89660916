/**
 * `speech`: the real one. `counting`: without models, recognizes `countedWords` in any sound; for journeys
 * about processes, files and the page.
 */
export type EngineKind = 'speech' | 'counting'

const hook = new URL('./use-counting-engine.ts', import.meta.url).href

/** For programs that start engines of that kind. */
export function engineEnvironment(kind: EngineKind): Readonly<Record<string, string>> {
  return kind === 'speech' ? {} : { NODE_OPTIONS: `--import=${hook} --disable-warning=ExperimentalWarning` }
}
