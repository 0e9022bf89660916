// Loaded before Electron's install command: its downloads wait for an answer for so long, and tell how far they are.
import { limitFetch } from './limit-fetch.mjs'

const ANSWERS_WITHIN_MS = 10_000

globalThis.fetch = limitFetch(globalThis.fetch, ANSWERS_WITHIN_MS, (percent) => process.send?.(percent))
// The channel alone does not keep the command running.
process.channel?.unref()
