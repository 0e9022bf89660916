import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** One build: what Electron runs (main, preload), what it starts beside itself, and the page. */
export default defineConfig({
  main: {
    build: {
      target: 'node16',
      sourcemap: true,
      // An ES module alone, which the old Electron of the tests cannot require.
      externalizeDeps: { exclude: ['intl-messageformat'] },
      rolldownOptions: {
        input: {
          index: 'electron/index.ts',
          studio: 'electron/processes/studio-process.ts',
          engine: 'engine/index.ts',
          // The command line of a package.
          cli: 'cli/index.ts',
          library: 'studio/library/worker/worker.ts',
          diarize: 'studio/recognition/diarization/diarize-worker.ts',
          places: 'studio/doubt/places-worker.ts',
          drive: 'studio/drives/drive-process.ts',
          unpack: 'studio/models/archives/unpack-worker.ts',
          reader: 'studio/imports/reading/reader-worker.ts',
          export: 'studio/export/export-worker.ts',
          feed: 'studio/podcasts/feed-worker.ts',
          writer: 'studio/recording/writing/writer-thread.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node16',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: { index: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome108',
      minify: true,
      license: { fileName: 'licenses.md' },
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'renderer/index.html',
          strip: 'renderer/strip.html',
          opening: 'renderer/opening.html',
        },
      },
    },
  },
})
