import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { writeArchive } from './archive.mjs'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const packages = path.join(root, 'node_modules')
const TWO_BUILDS_MS = 300_000
const canRun = process.platform === 'linux' && existsSync(path.join(root, '.git'))
const WITHOUT = canRun ? '' : ' (left out: not Linux, or not a clone)'

/** The result of `build` in a clone of `source`, as the SHA-256 of each file, and that of an archive of it. */
async function builtFrom(
  source: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  umask: string,
) {
  const clone = path.join(folder, 'Parolo')
  await run('git', ['clone', '-q', '--no-hardlinks', source, clone])
  await copyPackages(path.join(clone, 'node_modules'))
  const vite = path.join(clone, 'node_modules/electron-vite/bin/electron-vite.js')
  await run('sh', ['-c', `umask ${umask}; exec "$0" "$1" build --logLevel error`, process.execPath, vite], {
    cwd: clone,
    env: { ...process.env, ...environment },
  })
  const out = path.join(clone, 'out')
  const hashes: Record<string, string> = {}
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    // Packages have no source maps, and those of pages with a large library are not always the same.
    if (entry.name.endsWith('.map')) await rm(file)
    else if (entry.isFile()) hashes[path.relative(out, file)] = await sha256(file)
  }
  const archive = path.join(folder, 'parolo.tar.gz')
  await writeArchive(out, archive, { top: 'parolo', time: new Date(0) })
  return { clone, hashes, archive: await sha256(archive) }
}

/** The packages, without the caches beside them, whose files come and go while other programs run. */
async function copyPackages(target: string) {
  const names = (await readdir(packages)).filter((name) => !name.startsWith('.'))
  await mkdir(target)
  const probe = path.join(target, '.probe')
  // Hard links avoid copying half a gigabyte if the disk is the same.
  const canLink = await link(path.join(packages, '.package-lock.json'), probe).then(
    () => true,
    () => false,
  )
  await rm(probe, { force: true })
  await run('cp', [canLink ? '-al' : '-a', ...names.map((name) => path.join(packages, name)), target])
}

const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

it.runIf(canRun)(
  `two clones in other folders, time zones, languages and umasks make the same program and the same archive${WITHOUT}`,
  async () => {
    const folders = await Promise.all(
      ['parolo-one-', 'parolo another '].map((name) => mkdtemp(path.join(os.tmpdir(), name))),
    )
    onTestFinished(() =>
      Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))).then(
        () => undefined,
      ),
    )
    const [one = '', other = ''] = folders
    const first = await builtFrom(root, one, { TZ: 'UTC', LANG: 'C' }, '022')
    // Of the first, as the project may be another commit by now.
    const second = await builtFrom(first.clone, other, { TZ: 'Asia/Tokyo', LANG: 'fr_FR.UTF-8' }, '077')
    expect(Object.keys(first.hashes).length).toBeGreaterThan(20)
    expect(second.hashes).toEqual(first.hashes)
    expect(second.archive).toBe(first.archive)
  },
  TWO_BUILDS_MS,
)
