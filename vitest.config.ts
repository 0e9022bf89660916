import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{core,contracts,engine,studio,cli,scripts,bench,e2e}/**/*.test.ts'],
    // Two cores, and each test of the real way starts engine processes of its own.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
