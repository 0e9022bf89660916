// Preloaded into Electron's install command: limits how long its downloads wait for a response, and reports their
// progress.
import { limitFetch } from './limit-fetch.mjs'

const ANSWERS_WITHIN_MS = 10_000

globalThis.fetch = limitFetch(globalThis.fetch, ANSWERS_WITHIN_MS, (percent) => process.send?.(percent))
// The channel alone must not keep the command running.
process.channel?.unref()
