import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const pageFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** Serving needs a built page, whose contents do not matter to the command line's tests. */
export function havePage(): void {
  let made = false
  beforeAll(async () => {
    if (existsSync(path.join(pageFolder, 'index.html'))) return
    made = true
    await mkdir(pageFolder, { recursive: true })
    await writeFile(path.join(pageFolder, 'index.html'), '<!doctype html><title>Parolo</title>')
  })
  afterAll(async () => {
    if (made) await rm(pageFolder, { recursive: true, force: true })
  })
}
