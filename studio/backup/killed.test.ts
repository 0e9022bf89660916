import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { openStore } from '../library/database/open-store.ts'
import { openLibrary } from '../library/open.ts'
import { newRecording, temporaryFolder } from '../library/testing/fixtures.ts'
import { MOVING_NOTE } from '../library/unfinished-move.ts'
import { MOVED_NOTE, presentFolder } from '../library/moved-library.ts'
import { dyingAfter } from '../testing/die-at.ts'
import { backupLibrary } from './backup-library.ts'
import { moveLibrary } from './move-library.ts'
import { restoreLibrary } from './restore-library.ts'

const { signal } = new AbortController()
const MAX_CHANGES = 200
/** Trying every kill point takes a minute. */
const EVERY = process.env['PAROLO_ALL_KILLS'] === undefined ? 4 : 1
/** These may remain once everything else is done; nothing reads them then. */
const OF_LOCKS = ['library.lock', 'open', MOVING_NOTE]

/** A closed library with one recording and its sound. */
async function closedLibrary(folder: string, name: string): Promise<void> {
  const library = await openLibrary(folder)
  const file = path.join(folder, 'media', name, 'sound.mka')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `sound of ${name}`)
  await library.addRecording(newRecording(name, { path: file }))
  await library.close()
}

/** Titles in the library in a folder, or in the folder that it was moved to. */
function titlesIn(folder: string): string[] {
  try {
    const { store } = openStore(presentFolder(folder))
    const titles = store.rows<{ title: string }>('SELECT title FROM recordings').map(({ title }) => title)
    store.close()
    return titles
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'library.moved') throw error
    return titlesIn(presentFolder(folder))
  }
}

it.each([
  ['the same disk', undefined],
  ['another disk', () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }))],
])('a library is whole, and in one place, wherever a move to %s was killed', async (_where, link) => {
  const pattern = temporaryFolder()
  await closedLibrary(pattern, 'board')
  let isDead = true
  let kills = 0
  for (let changes = 0; isDead && changes < MAX_CHANGES; changes += EVERY) {
    const base = temporaryFolder()
    const [from, to] = [path.join(base, 'from'), path.join(base, 'to')]
    await cp(pattern, from, { recursive: true, preserveTimestamps: true })
    const moved = await dyingAfter(changes, () =>
      moveLibrary(from, to, { signal, ...(link === undefined ? {} : { link }) }),
    )
    isDead = moved.isDead
    if (isDead) kills += 1
    expect({ changes, titles: titlesIn(from) }).toEqual({ changes, titles: ['board'] })
    expect(await readFile(path.join(presentFolder(from), 'media', 'board', 'sound.mka'), 'utf8')).toBe(
      'sound of board',
    )
    const isThere = existsSync(path.join(to, 'library.db'))
    expect({ changes, isHere: existsSync(path.join(from, 'library.db')) }).toEqual({
      changes,
      isHere: !isThere,
    })
    const names = (await readdir(from)).filter((name) => !OF_LOCKS.includes(name))
    if (isThere) expect({ changes, names }).toEqual({ changes, names: [MOVED_NOTE] })
    expect({ changes, names: await readdir(base) }).toEqual({
      changes,
      names: isThere ? ['from', 'to'] : ['from'],
    })
  }
  expect(isDead).toBe(false)
  expect(kills * EVERY).toBeGreaterThan(20)
})

it('a library that has left its folder is not opened there any more, also without the drive that it was moved to', async () => {
  const base = temporaryFolder()
  const [from, to] = [path.join(base, 'from'), path.join(base, 'to')]
  await closedLibrary(from, 'board')
  // A move that was killed while emptying the folder.
  await writeFile(path.join(from, MOVING_NOTE), JSON.stringify({ id: 'm', to, staging: `${to}.moving` }))
  await writeFile(path.join(from, MOVED_NOTE), JSON.stringify({ to }))
  await rm(path.join(from, 'media'), { recursive: true })
  expect(() => openStore(from)).toThrow(expect.objectContaining({ code: 'library.moved' }))
  expect(() => presentFolder(from)).toThrow(expect.objectContaining({ code: 'move.not-there' }))
})

it('a library that was moved away and put back is whole where another such move is killed', async () => {
  const base = temporaryFolder()
  const [from, to] = [path.join(base, 'from'), path.join(base, 'to')]
  await closedLibrary(from, 'board')
  await writeFile(path.join(from, MOVED_NOTE), JSON.stringify({ to }))
  await dyingAfter(8, () => moveLibrary(from, to, { signal }))
  expect(existsSync(to)).toBe(false)
  expect(titlesIn(from)).toEqual(['board'])
  expect(await readFile(path.join(from, 'media', 'board', 'sound.mka'), 'utf8')).toBe('sound of board')
})

it('a library is the one before or the one of the backup, wherever restoring was killed', async () => {
  const [saved, pattern] = [temporaryFolder(), temporaryFolder()]
  await closedLibrary(saved, 'saved')
  const library = await openLibrary(saved)
  const backup = path.join(temporaryFolder(), 'backup.parolo')
  const parts = { library, dataFolder: saved, cacheFolder: path.join(saved, 'cache') }
  await backupLibrary(parts, backup, { passphrase: null, withOriginals: false, signal })
  await library.close()
  await closedLibrary(pattern, 'before')
  let isDead = true
  const outcomes = new Set<string>()
  for (let changes = 0; isDead && changes < MAX_CHANGES; changes += EVERY) {
    const folder = path.join(temporaryFolder(), 'library')
    await cp(pattern, folder, { recursive: true, preserveTimestamps: true })
    const restored = await dyingAfter(changes, () =>
      restoreLibrary(backup, folder, { passphrase: null, replace: true, signal }),
    )
    isDead = restored.isDead
    const titles = titlesIn(folder)
    expect(titles).toHaveLength(1)
    outcomes.add(titles[0] ?? '')
    expect((await readdir(folder)).filter((name) => name.startsWith('restoring-'))).toEqual([])
    const replaced = path.join(folder, 'backups', 'replaced-1')
    if (titles[0] === 'saved') expect(titlesIn(replaced)).toEqual(['before'])
  }
  expect(isDead).toBe(false)
  expect([...outcomes].toSorted()).toEqual(['before', 'saved'])
})
