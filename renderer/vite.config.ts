import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds only the page, as served by the local web host. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome108',
    outDir: '../out/renderer',
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    sourcemap: true,
    rolldownOptions: { input: { index: 'renderer/index.html' } },
  },
})
