import { defineConfig } from '@playwright/test'
import { isShort, mainJourneys } from '../scripts/test-selection.mjs'
import { chromiumPath } from './support/chromium.ts'

const executablePath = chromiumPath()

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
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 4,
  fullyParallel: true,
  projects: [
    { name: 'window', testMatch: 'electron/*.journey.ts', workers: 1 },
    { name: 'browser', testMatch: '*.journey.ts', testIgnore: 'electron/**' },
  ],
  // On a shared machine a journey may time out; three failures are an error.
  retries: process.env['CI'] ? 2 : 0,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    actionTimeout: 15_000,
    // As expensive as the journey: only on a retry, or if requested by --trace on.
    trace: 'on-first-retry',
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
