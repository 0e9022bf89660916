import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { lint } from '#core/transcript/lint'
import { paragraphText, transcriptWords } from '#core/transcript/transcript'
import { makeConversationLibrary } from './testing/sample-library.ts'
import type { TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { decodesOf, jsonLines, type ParoloResult, runParolo } from './testing/run-parolo.ts'
import { conversationEn, spokenIn } from './testing/speech.ts'

/** Decodes real speech. */
const LONG = 120_000

let place: TestHome
let reference: Awaited<ReturnType<typeof spokenIn>>
let script: string
beforeAll(async () => {
  // With --quick the recording is transcribed again, reusing the decodes of the existing transcript.
  place = await makeConversationLibrary()
  reference = await spokenIn(conversationEn)
  script = changedText()
  await writeFile(path.join(place.folder, 'script.txt'), script)
  await copyFile(conversationEn, path.join(place.folder, 'talk.opus'))
}, LONG)
afterAll(() => place.remove())

const ADDED = 'Nobody in this room has ever heard such a sentence.'
const run = (...words: string[]) => runInProcess(words, place)
const sentences = (): string[] =>
  reference.words
    .map(({ text }) => text)
    .join(' ')
    .split(/(?<=[.?!]) /u)

/** The spoken text, with two words changed, a sentence left out and one added. */
function changedText(): string {
  const own = sentences()
  const at = own.findIndex((sentence, index) => index > 2 && sentence.split(' ').length > 6)
  const left = own.toSpliced(at, 1).toSpliced(at + 2, 0, ADDED)
  const words = left.join(' ').split(' ')
  words[5] = 'Zanzibar'
  words[words.length - 3] = 'marmalade,'
  return `${words.join(' ')}\n`
}

const missing = (): string =>
  sentences().find((sentence, index) => index > 2 && sentence.split(' ').length > 6) ?? ''

describe('parolo align MEDIA TEXT', () => {
  const formatsAsked = ['--format', 'srt,json,txt', '--progress', 'json']
  const words = ['align', 'talk.opus', 'script.txt', '--quick', ...formatsAsked]
  let result: ParoloResult
  beforeAll(async () => {
    result = await runParolo(words, place)
  }, LONG)

  const document = async () => {
    const read = formats.json.read?.(await readFile(path.join(place.folder, 'talk.parolo.json'), 'utf8'))
    if (read === undefined) throw new Error('nothing was read')
    return read.document
  }

  it('writes the wording of the text with speakers, under the name of the recording', async () => {
    expect(result).toMatchObject({ exitCode: 0, stdout: '' })
    expect(decodesOf(result).reused).toBeGreaterThan(0)
    const { transcript, recording } = await document()
    expect(lint(transcript, recording.durationMs)).toEqual([])
    expect(transcript.paragraphs.map(paragraphText).join(' ')).toBe(script.trim())
    expect(new Set(transcript.paragraphs.map(({ speakerId }) => speakerId)).size).toBe(2)
    expect(await readFile(path.join(place.folder, 'talk.srt'), 'utf8')).toContain('Zanzibar')
  })

  it('times the words as they are spoken', async () => {
    const { transcript } = await document()
    const late = transcriptWords(transcript).flatMap(({ text, startMs }) => {
      const near = reference.words.filter((word) => word.text === text)
      return near.length === 0 ? [] : [Math.min(...near.map((word) => Math.abs(word.startMs - startMs)))]
    })
    expect(late.length).toBeGreaterThan(80)
    expect(late.filter((ms) => ms > 300).length).toBeLessThan(late.length / 20)
  })

  it('lists what was not spoken and what the text lacks', async () => {
    const lines = jsonLines(result.stderr)
    expect(lines.filter(({ type }) => type === 'unspoken').map(({ text }) => text)).toEqual([ADDED])
    const unwritten = lines.filter(({ type }) => type === 'unwritten').map(({ text }) => String(text))
    expect(unwritten).toHaveLength(1)
    expect(unwritten[0]?.toLowerCase().slice(0, 12)).toBe(missing().toLowerCase().slice(0, 12))
    const { transcript } = await document()
    expect(transcript.marks.map(({ kind }) => kind)).toEqual(['unspoken'])
    expect(await readFile(path.join(place.folder, 'talk.srt'), 'utf8')).not.toContain('Nobody in this room')
  })

  it(
    'stores the result as another transcript, the current one where that is asked for, and decodes nothing a second time',
    { timeout: LONG },
    async () => {
      expect((await run('show', 'conversation-en')).stdout).not.toContain('Zanzibar')
      const again = await run(...words, '--current')
      expect((await run('show', 'conversation-en')).stdout).toContain('Zanzibar')
      expect(again.exitCode).toBe(0)
      expect(decodesOf(again)).toMatchObject({ decoded: 0 })
      expect(jsonLines(again.stderr).filter(({ type }) => type === 'unchanged')).toHaveLength(3)
    },
  )

  it('keeps the cues of a caption file', { timeout: LONG }, async () => {
    const srt = '1\n00:00:00,500 --> 00:00:02,000\nZanzibar is\nnot said\n'
    await writeFile(path.join(place.folder, 'own.srt'), srt)
    const aligned = await run('align', 'talk.opus', 'own.srt', '--format', 'srt', '--stdout')
    expect(aligned.stdout).toBe(srt)
  })

  it('refuses what it cannot read or would overwrite, before any work', { timeout: LONG }, async () => {
    expect((await run('align', 'talk.opus')).exitCode).toBe(2)
    expect((await run('align', 'talk.opus', 'script.txt', 'third.txt')).exitCode).toBe(2)
    const nowhere = await run('align', 'talk.opus', 'nowhere.txt')
    expect(nowhere.exitCode).toBe(1)
    expect(nowhere.stderr).toContain('nowhere.txt was not found')
    const captions = '1\n00:00:00,500 --> 00:00:02,000\nHello\n'
    await writeFile(path.join(place.folder, 'talk.vtt'), captions)
    const over = await run('align', 'talk.opus', 'talk.vtt', '--format', 'vtt', '--overwrite')
    expect(over.exitCode).toBe(1)
    expect(over.stderr).toContain('was not overwritten')
    expect(await readFile(path.join(place.folder, 'talk.vtt'), 'utf8')).toBe(captions)
  })
})
