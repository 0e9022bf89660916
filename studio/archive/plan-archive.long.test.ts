import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeShortSounds } from '../../cli/testing/short-sounds.ts'
import { oneVoiceEn, oneVoiceFr, twoVoicesEn } from '../../cli/testing/speech.ts'
import { readManifest, readShard } from './plan-files.ts'
import { quickSettings, smallArchive } from './testing/small-archive.ts'

const two = { 'one.opus': oneVoiceEn, 'two.opus': twoVoicesEn }

describe('the plan of an archive', () => {
  it('has each recording once, with hash, length, size and path, in equal shards', async () => {
    const { plan, dir, sounds } = await smallArchive({ ...two, 'the same.opus': oneVoiceEn })
    expect(await plan({ hours: 0.004 })).toMatchObject({
      recordings: 2,
      shards: 3 - 1,
      refused: 0,
      duplicates: 1,
    })
    const manifest = await readManifest(dir)
    expect(manifest).toHaveLength(2)
    for (const { sha256, bytes, path: file, durationMs } of manifest) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/u)
      expect((await stat(file)).size).toBe(bytes)
      expect(durationMs).toBeGreaterThan(7_000)
    }
    const shards = await Promise.all([0, 1].map((shard) => readShard(dir, shard, 2)))
    expect(shards.map((rows) => rows.map(({ path: file }) => path.relative(sounds, file)))).toEqual([
      ['one.opus'],
      ['two.opus'],
    ])
    await expect(readShard(dir, 2, 2)).rejects.toMatchObject({ code: 'archive.no-shard' })
  })

  it('has a line for each file that cannot be read, with the reason', async () => {
    const { plan, dir, sounds } = await smallArchive(two)
    await writeFile(path.join(sounds, 'broken.mp3'), 'no sound')
    await writeFile(path.join(sounds, 'empty.wav'), '')
    await writeFile(path.join(sounds, 'notes.txt'), 'not a recording by its name')
    await mkdir(path.join(sounds, '.hidden'))
    expect(await plan()).toMatchObject({ recordings: 2, refused: 2 })
    const lines = (await readFile(path.join(dir, 'refused.tsv'), 'utf8')).trim().split('\n')
    expect(lines.map((line) => line.split('\t')[1])).toEqual([
      'reason',
      'media.unreadable',
      'media.empty-file',
    ])
  })

  it('goes on where it was stopped, and reads only what is new or changed the next time', async () => {
    const { plan, dir, sounds } = await smallArchive({})
    // More files than are read in parallel.
    await writeShortSounds(sounds, 4 * Math.max(4, os.availableParallelism()))
    const stop = new AbortController()
    await expect(plan({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({
      code: 'job.cancelled',
    })
    const scanned = path.join(dir, 'scanned.jsonl')
    const lines = async () => (await readFile(scanned, 'utf8')).trim().split('\n')
    const begun = await lines()
    // A line truncated when the program was killed.
    await appendFile(scanned, '{"path":"/a/file/cut/o')
    const { recordings } = await plan()
    const whole = await lines()
    expect(whole.slice(0, begun.length)).toEqual(begun)
    expect(whole).toHaveLength(recordings + 1)
    await plan({ settings: { ...quickSettings, speakers: 2 } })
    expect(await lines()).toEqual(whole)
    await appendFile(path.join(sounds, 'sound-01.wav'), 'more')
    await plan()
    expect(await lines()).toHaveLength(whole.length + 1)
  })

  it('has a key of its own for other options, glossaries, languages and numbers of speakers', async () => {
    const { plan, dir, sounds } = await smallArchive({ ...two, 'three.opus': oneVoiceFr })
    const list = path.join(sounds, 'list.tsv')
    await writeFile(list, 'path\tlanguage\tspeakers\none.opus\t\t\ntwo.opus\t\t2\nthree.opus\tfr\t\n')
    const keys = async (options: Parameters<typeof plan>[0]) => {
      await plan({ inputs: [list], ...options })
      return (await readManifest(dir)).map(({ key }) => key)
    }
    const plain = await keys({})
    const others = await keys({ settings: { ...quickSettings, quick: false } })
    const terms = await keys({ glossary: [{ text: 'Parolo' }] })
    const otherTerms = await keys({ glossary: [{ text: 'Parolo', soundsLike: ['par olo'] }] })
    expect(new Set([...plain, ...others, ...terms, ...otherTerms]).size).toBe(12)
    expect(await keys({})).toEqual(plain)
    // Facts in the list have the same effect as options.
    const french = await keys({ settings: { ...quickSettings, language: 'fr' } })
    expect(french[2]).toBe(plain[2])
  })

  it('keeps the other shards of a plan that had more out of the way', async () => {
    const { plan, dir } = await smallArchive(two)
    await plan({ hours: 0.004 })
    await plan()
    await expect(readFile(path.join(dir, 'shards', '1.tsv'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.each([
    ['a list without paths', 'file\nx\n', 'archive.no-path-column'],
    ['a list of nothing', 'path\n', 'archive.no-recordings'],
  ])('is not made of %s', async (_, text, code) => {
    const { plan, sounds } = await smallArchive({})
    const list = path.join(sounds, 'list.tsv')
    await writeFile(list, text)
    await expect(plan({ inputs: [list] })).rejects.toMatchObject({ code })
    await expect(plan({ inputs: [path.join(sounds, 'nowhere.mp3')] })).rejects.toMatchObject({
      code: 'media.not-found',
    })
  })
})
