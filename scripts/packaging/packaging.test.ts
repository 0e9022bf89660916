import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { list } from 'tar'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeArchive } from './archive.mjs'
import { licenseTexts } from './notices.mjs'
import { joined, packagesIn, packagesOfPage } from './packages-inside.mjs'
import { billOfMaterials } from './sbom.mjs'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo packaging '))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  return folder
}

const manifest = (name: string, version: string, license?: string) =>
  JSON.stringify({ name, version, ...(license === undefined ? {} : { license }) })

describe('the packages inside', () => {
  it('are found with scope, nested and with their texts, in one order', async () => {
    const folder = await put(await temporaryFolder(), {
      'b/package.json': manifest('b', '1.0.0', 'MIT'),
      'b/LICENSE': 'text of b\n',
      'b/NOTICE.md': 'notice of b',
      'b/licenses.js': 'code',
      'b/node_modules/a/package.json': manifest('a', '0.9.0', 'ISC'),
      '@x/c/package.json': manifest('@x/c', '2.0.0', 'MIT'),
      '.bin/d': '',
    })
    expect(packagesIn(folder)).toEqual([
      { name: '@x/c', version: '2.0.0', license: 'MIT', texts: [] },
      { name: 'a', version: '0.9.0', license: 'ISC', texts: [] },
      { name: 'b', version: '1.0.0', license: 'MIT', texts: ['text of b', 'notice of b'] },
    ])
  })

  it('have the license of an old manifest, or of their text', async () => {
    const folder = await put(await temporaryFolder(), {
      'old/package.json': JSON.stringify({ name: 'old', version: '1.0.0', licenses: [{ type: 'ISC' }] }),
      'quiet/package.json': manifest('quiet', '1.0.0'),
      'quiet/LICENSE': 'Permission is hereby granted, free of charge, to any person obtaining a copy of this',
      'silent/package.json': manifest('silent', '1.0.0'),
      'silent/LICENSE': 'All rights reserved.',
    })
    expect(packagesIn(folder).map(({ name, license }) => [name, license])).toEqual([
      ['old', 'ISC'],
      ['quiet', 'MIT'],
      ['silent', ''],
    ])
  })

  it('are those of the page too, each once', () => {
    const page = packagesOfPage(
      '# Licenses\n\n## r - 1.0.0 (MIT)\n\ntext of r\n\n## @x/c - 2.0.0 (MIT)\n\ntext of c\n',
    )
    const own = [{ name: '@x/c', version: '2.0.0', license: 'MIT', texts: [] }]
    expect(joined(own, page)).toEqual([
      { name: '@x/c', version: '2.0.0', license: 'MIT', texts: ['text of c'] },
      { name: 'r', version: '1.0.0', license: 'MIT', texts: ['text of r'] },
    ])
  })
})

describe('the license texts', () => {
  it('name every package, and hold equal texts once', () => {
    const text = licenseTexts([
      { name: 'a', version: '1', license: 'MIT', texts: ['the text'] },
      { name: 'b', version: '2', license: 'MIT', texts: ['the text'] },
      { name: 'c', version: '3', license: 'ISC', texts: [] },
    ])
    expect(text.match(/the text/gu)).toHaveLength(1)
    for (const name of ['a 1 (MIT)', 'b 2 (MIT)', 'c 3 (ISC)']) expect(text).toContain(name)
  })

  it('are refused where a package says nothing of its license', () => {
    expect(() => licenseTexts([{ name: 'silent', version: '1', license: '', texts: [] }])).toThrow('silent')
  })
})

it('the bill of materials lists Electron, packages and models, the same each time', () => {
  const inside = {
    version: '0.1.0',
    electron: '45.0.0',
    node: '24.1.0',
    packages: [{ name: '@x/c', version: '2.0.0', license: 'MIT', texts: [] }],
    native: [],
    models: [{ name: 'whisper/encoder.onnx', sha256: 'ab', license: 'LICENSE' }],
  }
  const bill = JSON.parse(billOfMaterials(inside))
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
  expect(bill.components.map((one: { 'bom-ref': string }) => one['bom-ref'])).toEqual([
    'pkg:npm/electron@45.0.0',
    'pkg:generic/node@24.1.0',
    'pkg:npm/%40x/c@2.0.0',
    'model:whisper/encoder.onnx',
  ])
  expect(bill.components[3].hashes).toEqual([{ alg: 'SHA-256', content: 'ab' }])
  expect(billOfMaterials(inside)).toBe(billOfMaterials(inside))
  const silent = [{ name: 'silent', version: '1', license: '', texts: ['All rights reserved.'] }]
  expect(() => billOfMaterials({ ...inside, packages: silent })).toThrow('silent')
})

describe('the archive', () => {
  const files = { 'b.txt': 'b', 'a/run': '#!/bin/sh\n', 'a/z.txt': 'z', 'A.txt': 'A' }

  async function archiveOf(
    mode: { readonly file: number; readonly run: number; readonly folder: number },
    time: Date,
  ) {
    const folder = await put(path.join(await temporaryFolder(), 'some where'), files)
    for (const name of Object.keys(files)) {
      await chmod(path.join(folder, name), name === 'a/run' ? mode.run : mode.file)
      await utimes(path.join(folder, name), time, time)
    }
    await chmod(path.join(folder, 'a'), mode.folder)
    const archive = path.join(await temporaryFolder(), 'program.tar.gz')
    await writeArchive(folder, archive, { top: 'program-1', time: new Date('2026-01-01T00:00:00Z') })
    return archive
  }

  it('is the same of other folders, times and umasks', async () => {
    const usual = await archiveOf({ file: 0o644, run: 0o755, folder: 0o755 }, new Date())
    const other = await archiveOf(
      { file: 0o600, run: 0o700, folder: 0o700 },
      new Date('2001-01-01T00:00:00Z'),
    )
    const hash = async (file: string) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
    expect(await hash(other)).toBe(await hash(usual))
  })

  it('holds all files below one folder, of which the runnable ones run', async () => {
    const archive = await archiveOf({ file: 0o640, run: 0o750, folder: 0o750 }, new Date())
    const entries: [string, number | undefined][] = []
    await list({ file: archive, onReadEntry: (entry) => void entries.push([entry.path, entry.mode]) })
    expect(entries).toEqual([
      ['program-1/A.txt', 0o644],
      ['program-1/a/', 0o755],
      ['program-1/a/run', 0o755],
      ['program-1/a/z.txt', 0o644],
      ['program-1/b.txt', 0o644],
    ])
  })
})

describe.runIf(process.platform !== 'win32')('the command parolo of a package', () => {
  it.each([
    ['en_GB.UTF-8', 'Run this once in a terminal:', 'serve --open'],
    ['fr_FR.UTF-8', 'Une seule fois, lancez dans un terminal', 'serve --open'],
  ])('says what to run where no program may isolate its window (%s)', async (language, ...said) => {
    const place = await temporaryFolder()
    const launcher = path.join(place, 'resources/command-line/parolo')
    await mkdir(path.dirname(launcher), { recursive: true })
    await copyFile(new URL('command-line/parolo', import.meta.url), launcher)
    const script = async (file: string, line: string) =>
      writeFile(path.join(place, file), `#!/bin/sh\n${line}\n`, { mode: 0o755 })
    await script('parolo-window', 'echo window')
    await writeFile(path.join(place, 'chrome-sandbox'), '')
    await mkdir(path.join(place, 'bin'))
    const start = () =>
      spawnSync('/bin/sh', [launcher], {
        encoding: 'utf8',
        env: { PATH: `${place}/bin:/usr/bin:/bin`, LANG: language, DISPLAY: ':9' },
      })
    await script('bin/unshare', 'exit 0')
    expect(start()).toMatchObject({ status: 0, stdout: 'window\n' })
    await script('bin/unshare', 'exit 1')
    // Dialogs, if this machine has them, are not shown.
    for (const tool of ['zenity', 'kdialog', 'xmessage']) await script(`bin/${tool}`, 'exit 0')
    const refused = start()
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    for (const words of [...said, `sudo chmod 4755 '${place}/chrome-sandbox'`])
      expect(refused.stderr).toContain(words)
  })

  it.each([
    ['en_GB.UTF-8', 'There is no display here', 'In a browser'],
    ['fr_FR.UTF-8', 'Il n’y a pas d’écran ici', 'Dans un navigateur'],
  ])('says what there is instead where there is no display (%s)', async (language, ...said) => {
    const place = await temporaryFolder()
    const launcher = path.join(place, 'resources/command-line/parolo')
    await mkdir(path.dirname(launcher), { recursive: true })
    await copyFile(new URL('command-line/parolo', import.meta.url), launcher)
    await writeFile(path.join(place, 'parolo-window'), '#!/bin/sh\necho window\n', { mode: 0o755 })
    const env = { PATH: '/usr/bin:/bin', LANG: language }
    const started = spawnSync('/bin/sh', [launcher], { encoding: 'utf8', env })
    expect(started).toMatchObject({ status: 1, stdout: '' })
    for (const words of [...said, `'${launcher}' serve`, `'${launcher}' --help`])
      expect(started.stderr).toContain(words)
    const onWayland = { ...env, WAYLAND_DISPLAY: 'wayland-0' }
    expect(spawnSync('/bin/sh', [launcher], { encoding: 'utf8', env: onWayland }).stdout).toBe('window\n')
  })

  it('opens the window without words or for a file, else runs the command line', async () => {
    const place = await temporaryFolder()
    const launcher = path.join(place, 'resources/command-line/parolo')
    await mkdir(path.dirname(launcher), { recursive: true })
    await copyFile(new URL('command-line/parolo', import.meta.url), launcher)
    for (const [file, name] of [
      [path.join(place, 'parolo-window'), 'window'],
      [path.join(place, 'resources/command-line/node'), 'node'],
    ] as const)
      await writeFile(file, `#!/bin/sh\necho ${name} "$@"\n`, { mode: 0o755 })
    // As in /usr/bin.
    const command = path.join(place, 'bin-parolo')
    await symlink(launcher, command)
    await writeFile(path.join(place, 'talk.mp3'), '')
    // A folder with the name of a verb.
    await mkdir(path.join(place, 'archive'))
    const run = (...words: string[]): string =>
      execFileSync(command, words, {
        cwd: place,
        encoding: 'utf8',
        env: { ...process.env, DISPLAY: ':9' },
      }).trim()
    expect(run()).toBe('window')
    expect(run('talk.mp3')).toBe('window talk.mp3')
    expect(run(path.join(place, 'talk.mp3'), 'x y')).toBe(`window ${place}/talk.mp3 x y`)
    expect(run('file:///talk.mp3')).toBe('window file:///talk.mp3')
    for (const words of [['archive', 'plan'], ['--help'], ['missing.mp3'], ['list', '--data', 'a b']])
      expect(run(...words)).toMatch(new RegExp(`^node .*/out/main/cli[.]cjs ${words.join(' ')}$`, 'u'))
  })
})
