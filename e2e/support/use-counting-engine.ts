import { registerHooks } from 'node:module'

/**
 * Preloaded into a program (`--import`), from source or built: replaces its engine by the one without models.
 */
const engines = ['../../engine/index.ts', '../../out/main/engine.cjs'].map(
  (place) => new URL(place, import.meta.url).href,
)
const counting = new URL('./counting-engine.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context)
    return engines.includes(found.url) ? { ...found, url: counting, format: 'module-typescript' } : found
  },
})
