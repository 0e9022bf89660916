import path from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** The script of `renderer/review-page`, with all that it imports; after a change: this file with `-u`. */
it('the script of review pages is made of its sources', async () => {
  const made = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: {
      write: false,
      target: ['chrome108', 'firefox115', 'safari16.4'],
      minify: false,
      lib: { entry: path.join(root, 'renderer/review-page/main.ts'), formats: ['iife'], name: 'review' },
      rolldownOptions: { treeshake: true },
    },
  })
  const [output] = made as Rolldown.RolldownOutput[]
  const code = output?.output[0].code ?? ''
  expect(code).not.toMatch(/<\/script|<!--|\bfetch\(|XMLHttpRequest|WebSocket/u)
  await expect(code).toMatchFileSnapshot(path.join(root, 'resources/review-page/page.js'))
})
