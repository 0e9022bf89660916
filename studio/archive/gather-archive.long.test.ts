import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { oneVoiceEn, twoVoicesEn } from '../../cli/testing/speech.ts'
import { quickSettings, smallArchive } from './testing/small-archive.ts'

const two = { 'one.opus': oneVoiceEn, 'two.opus': twoVoicesEn }

describe('gathering', () => {
  it('adds each result once, where its recording is, again and again as they come', async () => {
    const archive = await smallArchive(two)
    await archive.plan({ hours: 0.004 })
    await archive.work({ shard: 0 })
    expect(await archive.gather()).toEqual({ added: 1, known: 0, broken: 0 })
    await archive.work({ shard: 1 })
    expect(await archive.gather()).toEqual({ added: 1, known: 1, broken: 0 })
    expect(await archive.gather()).toEqual({ added: 0, known: 2, broken: 0 })
    await archive.inLibrary(async (library) => {
      const recordings = await library.recordings()
      expect(recordings.map(({ path: file }) => path.basename(file)).sort()).toEqual(['one.opus', 'two.opus'])
      for (const { id, path: file } of recordings) {
        expect(path.dirname(file)).toBe(archive.sounds)
        expect(await library.transcriptsOf(id)).toHaveLength(1)
        expect((await library.card(id)).transcript?.words).toBeGreaterThan(10)
      }
    })
    expect(await readdir(path.join(archive.root, 'library', 'media'))).toEqual([])
  })

  it('of a new key gives a new current text, unless a person corrected the one before', async () => {
    const archive = await smallArchive(two)
    await archive.plan()
    await archive.work({ shard: 0 })
    await archive.gather()
    const current = (title: string): Promise<Transcript> =>
      archive.inLibrary(async (library) => {
        const { transcript } = await library.card((await library.recording(title)).id)
        return library.transcript(transcript?.id ?? '')
      })
    const before = await current('two')
    const [paragraph] = before.paragraphs
    const typed = replaceTextEdit(before, {
      id: 'e1',
      paragraphId: paragraph?.id ?? '',
      text: 'Corrected by hand',
    })
    await archive.inLibrary((library) => library.applyEdits(before.id, [typed], { baseNumber: 0 }))
    await archive.plan({ settings: { ...quickSettings, speakers: 3 } })
    expect(await archive.status()).toMatchObject({ done: 0, total: 2 })
    await archive.work()
    expect(await archive.gather()).toEqual({ added: 2, known: 0, broken: 0 })
    expect((await current('one')).run.settings.speakers).toBe(3)
    expect((await current('two')).paragraphs.map(paragraphText)).toEqual(['Corrected by hand'])
    await archive.plan()
    expect(await archive.gather()).toEqual({ added: 0, known: 2, broken: 0 })
    expect((await current('one')).run.settings.speakers).toBeNull()
  })
})
