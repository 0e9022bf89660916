import { registerHooks } from 'node:module'

/** Loaded before a program (`--import`): where it starts an engine, the one without models is started. */
const engine = new URL('../../engine/index.ts', import.meta.url).href
const fake = new URL('../../studio/engine-link/testing/fake-engine.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context)
    return found.url === engine ? { ...found, url: fake } : found
  },
})
