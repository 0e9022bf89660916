import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    // Files of the page ask for a DOM in their first line: `// @vitest-environment happy-dom`.
    environment: 'node',
    // Two cores, and each test of the real way starts engine processes of its own.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Pure, so that one file leaves nothing behind for the next: no worker of its own for each, half the time.
      {
        extends: true,
        test: { name: 'pure', include: ['{core,contracts}/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'all else',
          globalSetup: 'cli/testing/shared-folder.ts',
          include: ['{engine,studio,cli,web,electron,renderer,scripts,bench,e2e}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
