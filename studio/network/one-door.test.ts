import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What runs as the program; `web/` is a server on this computer, the page's own network is locked by its policy. */
const folders = ['core', 'contracts', 'engine', 'studio', 'electron', 'cli']
const door = path.join('studio', 'network')
/** Modules and globals that can open a connection to another host. */
const network =
  /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|undici|ws)'|import\('(?:node:)?(?:https?|http2|net|tls|dgram|undici)'\)|\b(?:globalThis\.)?fetch\(|new (?:WebSocket|EventSource)\(|\bnet\.(?:fetch|request)\(/u

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true })
  return entries
    .map((name) => path.join(folder, name))
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$|[/\\]testing[/\\]/u.test(name))
}

it('nothing but studio/network can open a connection to another host', async () => {
  const files = (await Promise.all(folders.map(sources))).flat()
  expect(files.length).toBeGreaterThan(300)
  const found: string[] = []
  for (const file of files) {
    if (network.test(await readFile(path.join(root, file), 'utf8'))) found.push(file)
  }
  const outside = found.filter((file) => !file.startsWith(door + path.sep))
  expect(outside).toEqual([])
  // The search finds what it is for.
  expect(found).toContain(path.join(door, 'get.ts'))
})
