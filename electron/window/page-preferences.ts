import { fileURLToPath } from 'node:url'
import type { WebPreferences } from 'electron'

/** Of every window with the page: no Node, context isolation, sandbox. */
export const pagePreferences = (): WebPreferences => ({
  preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
})
