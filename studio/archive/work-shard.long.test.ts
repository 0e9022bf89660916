import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import { filesBelow } from '../files/files-below.ts'
import * as drives from '../library/database/network-drive.ts'
import { retryFailed } from './retry-failed.ts'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { smallArchive } from './testing/small-archive.ts'

const one = { 'two.opus': twoVoicesEn }

describe('a shard', () => {
  it('is worked on once, by two workers at once too: one file a recording, and nothing else is left behind', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    const both = await Promise.all([archive.work(), archive.work()])
    expect(both.map(({ done, skipped }) => done + skipped)).toEqual([1, 1])
    const [file = '', ...more] = await archive.results()
    expect(more).toEqual([])
    const before = await readFile(file, 'utf8')
    expect(await archive.work()).toEqual({ done: 0, skipped: 1, deadLetters: 0 })
    for (const left of ['tmp', 'attempts', 'checkpoints', 'failed'])
      expect(await filesBelow(path.join(archive.dir, left))).toEqual([])
    expect(await archive.scratches()).toEqual([])
    expect(await archive.status()).toMatchObject({ total: 1, done: 1, running: 0, failed: 0, secondsLeft: 0 })
    // Another worker produces the same bytes.
    await rename(file, path.join(archive.root, 'aside'))
    await archive.work()
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  it('tries a file with other bytes than the manifest’s three times, then leaves it out, until it is put back', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    const changed = path.join(archive.sounds, 'two.opus')
    const before = await readFile(changed)
    await appendFile(changed, 'more')
    const faults: unknown[] = []
    expect(await archive.work({ onFault: (fault) => faults.push(fault) })).toEqual({
      done: 0,
      skipped: 0,
      deadLetters: 1,
    })
    expect(faults.map((fault) => (fault as Fault).code)).toEqual(
      Array.from({ length: 3 }, () => 'archive.changed'),
    )
    expect(await archive.status()).toMatchObject({ done: 0, failed: 1, running: 0, secondsLeft: 0 })
    const [letter = ''] = await filesBelow(path.join(archive.dir, 'failed'))
    expect(JSON.parse(await readFile(letter, 'utf8'))).toMatchObject({
      because: 'faults',
      path: changed,
      fault: { code: 'archive.changed', message: expect.stringContaining('two.opus') as string },
      attempts: [{ state: 'fault' }, { state: 'fault' }, { state: 'fault' }],
    })
    expect(await archive.work()).toEqual({ done: 0, skipped: 0, deadLetters: 1 })
    await writeFile(changed, before)
    expect(await retryFailed(archive.dir)).toEqual({ recordings: 1, shards: [0] })
    expect(await archive.work()).toEqual({ done: 1, skipped: 0, deadLetters: 0 })
    expect(await archive.status()).toMatchObject({ done: 1, failed: 0 })
  })

  it('makes a result again that was cut off, and never touches one that is whole', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    await archive.work()
    const [file = ''] = await archive.results()
    const whole = await readFile(file, 'utf8')
    await writeFile(file, whole.slice(0, 700))
    expect(await archive.gather()).toEqual({ added: 0, known: 0, broken: 1 })
    expect(await archive.work()).toMatchObject({ done: 1, skipped: 0 })
    expect(await readFile(file, 'utf8')).toBe(whole)
    await writeFile(file, `${whole}\n`)
    expect(await archive.work()).toMatchObject({ done: 0, skipped: 1 })
    expect(await readFile(file, 'utf8')).toBe(`${whole}\n`)
    expect(await archive.gather()).toEqual({ added: 1, known: 0, broken: 0 })
  })

  it('ends with a fault of this computer where a drive is missing, and counts nothing against the recordings', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    await rename(archive.sounds, `${archive.sounds} elsewhere`)
    await expect(archive.work()).rejects.toMatchObject({ code: 'media.not-found' })
    expect(await filesBelow(path.join(archive.dir, 'attempts'))).toEqual([])
    await rename(`${archive.sounds} elsewhere`, archive.sounds)
  })

  it('is refused by a program whose options or models are not those of the plan', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    const shard = path.join(archive.dir, 'shards', '0.tsv')
    const text = await readFile(shard, 'utf8')
    await writeFile(shard, text.replaceAll(/\t[0-9a-f]{32}\t/gu, `\t${'0'.repeat(32)}\t`))
    await expect(archive.work()).rejects.toMatchObject({ code: 'archive.other-key' })
  })

  it('is refused where the scratch folder is on a network drive, and says so', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    const refused = vi.spyOn(drives, 'refuseNetworkDrive').mockImplementation((folder) => {
      throw new Fault('library.network-drive', { folder }, 'file system: Lustre')
    })
    try {
      await expect(archive.work()).rejects.toMatchObject({ code: 'archive.network-scratch' })
    } finally {
      refused.mockRestore()
    }
    expect(await archive.scratches()).toEqual([])
  })

  it('leaves a recording out on which five workers in a row ended', async () => {
    const archive = await smallArchive(one)
    await archive.plan()
    const [row] = (await readFile(path.join(archive.dir, 'shards', '0.tsv'), 'utf8')).split('\n').slice(1)
    const [sha256 = '', , , , , key = ''] = row?.split('\t') ?? []
    const folder = path.join(archive.dir, 'attempts', sha256.slice(0, 2), sha256)
    await mkdir(folder, { recursive: true })
    const gone = {
      host: 'gone',
      pid: 1,
      startTime: null,
      pidNamespace: '',
      shard: 0,
      fault: null,
      key,
      sha256,
    }
    for (const startedAtMs of [1, 2, 3, 4])
      await writeFile(
        path.join(folder, `${startedAtMs}-a.json`),
        JSON.stringify({ ...gone, startedAtMs, state: 'interrupted' }),
      )
    // The fifth ended while writing this.
    await writeFile(path.join(folder, '5-a.json'), '{"sha')
    expect(await archive.work()).toEqual({ done: 0, skipped: 0, deadLetters: 1 })
    const [letter = ''] = await filesBelow(path.join(archive.dir, 'failed'))
    expect(JSON.parse(await readFile(letter, 'utf8'))).toMatchObject({
      because: 'interrupted',
      fault: { code: 'archive.interrupted' },
    })
    expect(await retryFailed(archive.dir)).toMatchObject({ recordings: 1 })
  })
})
