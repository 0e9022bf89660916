import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { isShort, longTests } from './scripts/test-selection.mjs'

/** Each has a process of its own: it changes what a module reads once, or measures its process's memory. */
const alone = [
  '{cli,core,studio}/**/made-up-*.test.ts',
  'studio/recognition/number-of-cores.long.test.ts',
  'studio/recognition/steps/sound.long.test.ts',
  'studio/sound/slow-ffmpeg.test.ts',
  'studio/sound/sound-file/older-ffmpeg.long.test.ts',
  'studio/sound/stalled-ffprobe.test.ts',
  'web/imports.test.ts',
]

const leftOut = isShort ? [longTests] : []

export default defineConfig({
  plugins: [react()],
  test: {
    // Files of the page ask for a DOM in their first line: `// @vitest-environment happy-dom`.
    environment: 'node',
    // Two cores, and each test of the real way starts engine processes of its own; long tests wait for sound, clocks and
    // other programs half of their time.
    maxWorkers: isShort ? 2 : 3,
    // A machine that others use too takes several times as long.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Most leave nothing behind for the next: a new worker for each would take as long as most of them do.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{core,contracts}/**/*.test.{ts,tsx}'],
          exclude: [...alone, ...leftOut],
        },
      },
      {
        extends: true,
        test: {
          name: 'all else',
          // V8 loses track of code pages where many threads start and end in one process with protection keys.
          execArgv: ['--no-memory-protection-keys'],
          globalSetup: 'cli/testing/shared-folder.ts',
          setupFiles: ['studio/library/testing/reuse-threads.ts'],
          include: ['{engine,studio,cli,web,electron,scripts,bench,e2e}/**/*.test.{ts,tsx}'],
          exclude: [...alone, ...leftOut],
        },
      },
      // What the page's modules keep (messages, preferences) is not the next file's: a new context each, which starts sooner
      // than a thread.
      {
        extends: true,
        test: {
          name: 'page',
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: leftOut,
          setupFiles: ['renderer/testing/wait-longer.ts'],
          pool: 'vmThreads',
          // A usual window; the DOM's default is a narrow one.
          environmentOptions: { happyDOM: { width: 1440, height: 900 } },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: leftOut, isolate: true } },
    ],
  },
})
