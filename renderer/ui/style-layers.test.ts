import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'

const layers = '@layer base, parts, screens;'

it.each(['index.html', 'strip.html', 'opening.html'])(
  '%s names the layers before any style sheet is loaded',
  async (name) => {
    const page = await readFile(path.join(import.meta.dirname, '..', name), 'utf8')
    const at = page.indexOf(layers)
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThan(page.indexOf('<script'))
    expect(page.slice(0, at)).not.toContain('stylesheet')
  },
)

it('names them as the base styles do', async () => {
  expect(await readFile(path.join(import.meta.dirname, 'base.css'), 'utf8')).toContain(layers)
})
