import { defineConfig } from '@playwright/test'
import { isShort, mainJourneys } from '../scripts/test-selection.mjs'
import { chromiumPath } from '../scripts/find-browser.mjs'

const executablePath = chromiumPath()
const longest = ['watch.journey.ts', 'main.journey.ts', 'record.journey.ts', 'captioning.journey.ts']

/**
 * The journeys: real keys and mouse, the real studio, real recognition. Four at a time on two cores, as a
 * journey is mostly waiting; only one of those in the window, as windows take the focus from one another:
 * they run first, with three in the browser at the same time.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../out/journeys',
  globalSetup: './support/set-up.ts',
  ...(isShort ? { grep: mainJourneys } : {}),
  // These end what hangs; a machine that others use takes several times as long.
  timeout: 600_000,
  expect: { timeout: 40_000 },
  workers: 4,
  fullyParallel: true,
  projects: [
    { name: 'window', testMatch: 'electron/*.journey.ts', workers: 1 },
    // The longest: begun last, each would be alone at the end.
    { name: 'browser, begun early', testMatch: longest, testIgnore: 'electron/**' },
    { name: 'browser', testMatch: '*.journey.ts', testIgnore: ['electron/**', ...longest] },
  ],
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    actionTimeout: 40_000,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Prevents the browser's own requests to its maker's servers.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    },
  },
})
