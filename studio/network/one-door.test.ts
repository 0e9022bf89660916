import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/**
 * The program's runtime code; `web/` is a server on this computer, and the page's own network access is
 * blocked by its policy.
 */
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
  // The search finds its target.
  expect(found).toContain(path.join(door, 'get.ts'))
})

/** Code that lint must reject, one file each; each would open a connection. */
const refused: Readonly<Record<string, string>> = {
  'studio/recognition/a.ts': "import http from 'node:http'\nhttp.get('https://example.org')",
  'studio/b.ts': "import { connect } from 'tls'\nconnect(443)",
  'studio/c.ts': "const { lookup } = await import('node:dns/promises')\nawait lookup('example.org')",
  'studio/sound/d.ts': "await fetch('https://example.org')",
  'engine/e.ts': "import { Socket } from 'node:net'\nnew Socket().connect(443)",
  'cli/verbs/f.ts': "new WebSocket('wss://example.org')",
  'electron/g.ts': "import https from 'https'\nhttps.get('https://example.org')",
  'contracts/h.ts': "import { createSocket } from 'node:dgram'\ncreateSocket('udp4')",
  'core/i.ts': "await fetch('https://example.org')",
  'web/j.ts': "import { request } from 'node:http'\nrequest('http://example.org')",
  'web/k.ts': "import { WebSocket } from 'ws'\nnew WebSocket('wss://example.org')",
  'renderer/library/l.tsx': "new XMLHttpRequest().open('GET', 'https://example.org')",
}
/** Code that it must accept. */
const allowed: Readonly<Record<string, string>> = {
  'studio/network/m.ts': "import http from 'node:http'\nhttp.get('https://example.org')",
  'web/n.ts': "import { createServer } from 'node:http'\ncreateServer()",
  'renderer/rpc/web-socket-client.ts': "new WebSocket('ws://127.0.0.1/')",
}

it('lint refuses a connection made anywhere else', async () => {
  const folder = await temporaryFolder()
  await copyFile(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'))
  for (const [file, text] of Object.entries({ ...refused, ...allowed })) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), `${text}\n`)
  }
  const lint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const { stdout } = await promisify(execFile)(process.execPath, [lint, '--format=json'], {
    cwd: folder,
  }).catch((error: { readonly stdout: string }) => error)
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { readonly code: string; readonly filename: string }[]
  }
  const found = diagnostics
    .filter(({ code }) => /no-restricted-(?:imports|globals)/u.test(code))
    .map(({ filename }) => filename.replaceAll('\\', '/'))
  expect([...new Set(found)].sort()).toEqual(Object.keys(refused).sort())
})
