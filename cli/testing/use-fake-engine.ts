import { registerHooks } from 'node:module'

/** Preloaded into a program (`--import`): replaces its engine with the one without models. */
const engine = new URL('../../engine/index.ts', import.meta.url).href
const fake = new URL('../../studio/engine-link/testing/fake-engine.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context)
    return found.url === engine ? { ...found, url: fake } : found
  },
})
