import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    // Files of the page ask for a DOM in their first line: `// @vitest-environment happy-dom`.
    environment: 'node',
    include: [
      '{core,contracts,engine,studio,cli,web,electron,renderer,scripts,bench,e2e}/**/*.test.{ts,tsx}',
    ],
    // Two cores, and each test of the real way starts engine processes of its own.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
