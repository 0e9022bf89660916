import { mkdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentWithExtras } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import { lint } from '#core/transcript/lint'
import { paragraphText, transcriptWords } from '#core/transcript/transcript'
import { openLibrary } from '#studio/library/open'
import { makeConversationLibrary, sampleLibraryForTest } from './testing/sample-library.ts'
import { filesBelow, type TestHome, testHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { decodesOf, jsonLines, type ParoloResult, runParolo } from './testing/run-parolo.ts'
import { conversationEn, conversationFr, spokenIn, twoVoicesEn } from './testing/speech.ts'
import { wordErrorRate } from '#core/words/word-error-rate'

/** Each run decodes real speech: seconds, and several times as long on a busy machine. */
const LONG = 120_000

async function documentIn(file: string): Promise<DocumentWithExtras> {
  const text = await readFile(file, 'utf8')
  const read = formats.json.read?.(text)
  if (!read) throw new Error(`nothing was read from ${file}`)
  expect(read.corrections).toEqual([])
  return read.document
}

const textOf = ({ transcript }: DocumentWithExtras): string =>
  transcript.paragraphs.map(paragraphText).join('\n')

function cuesOf(text: string) {
  const times = [...text.matchAll(/(\d\d):(\d\d):(\d\d)[.,](\d{3}) --> (\d\d):(\d\d):(\d\d)[.,](\d{3})/gu)]
  return times.map(([, ...parts]) => {
    const [h1 = 0, m1 = 0, s1 = 0, f1 = 0, h2 = 0, m2 = 0, s2 = 0, f2 = 0] = parts.map(Number)
    return { startMs: ((h1 * 60 + m1) * 60 + s1) * 1000 + f1, endMs: ((h2 * 60 + m2) * 60 + s2) * 1000 + f2 }
  })
}

describe('transcribe, on an English conversation in all formats', () => {
  let place: TestHome
  let result: ParoloResult
  const words = ['transcribe', conversationEn, '--format', 'srt,vtt,txt,json,rttm', '--progress', 'json']
  const output = (name: string) => path.join(place.folder, `conversation-en.${name}`)

  beforeAll(async () => {
    place = await makeConversationLibrary()
    result = await runParolo(words, place)
  }, LONG)
  afterAll(() => place.remove())

  it('ends well, with nothing on stdout', () => {
    expect(result).toMatchObject({ exitCode: 0, stdout: '' })
    expect(jsonLines(result.stderr).filter(({ type }) => type === 'written')).toHaveLength(5)
  })

  it('writes the words that are said, and who says them', async () => {
    const spoken = await spokenIn(conversationEn)
    const document = await documentIn(output('parolo.json'))
    const reference = spoken.words.map(({ text }) => text).join(' ')
    expect(wordErrorRate(reference, textOf(document))).toBeLessThanOrEqual(0.03)
    expect(document.transcript.language).toBe('en')
    expect(document.transcript.speakers).toHaveLength(2)
    expect(lint(document.transcript, document.recording.durationMs)).toEqual([])
  })

  it('gives each word to the speaker who says it', async () => {
    const spoken = await spokenIn(conversationEn)
    const { transcript } = await documentIn(output('parolo.json'))
    const counts = new Map<string, number>()
    for (const paragraph of transcript.paragraphs) {
      for (const word of paragraph.words) {
        const middle = (word.startMs + word.endMs) / 2
        const turn = spoken.turns.find(({ startMs, endMs }) => startMs <= middle && middle < endMs)
        if (!turn) continue
        const pair = `${turn.speaker} is ${paragraph.speakerId}`
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    }
    const best = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 2)
    const right = best.reduce((sum, [, count]) => sum + count, 0)
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
    expect(new Set(best.map(([pair]) => pair.split(' is ')[1])).size).toBe(2)
    expect(right / all).toBeGreaterThan(0.95)
  })

  it('writes captions that are correct: in order, apart, lasting, of two lines of 42', async () => {
    for (const name of ['srt', 'vtt'] as const) {
      const text = await readFile(output(name), 'utf8')
      expect(text.includes('\r')).toBe(false)
      expect(formats[name].read?.(text).corrections).toEqual([])
      const cues = cuesOf(text)
      expect(cues.length).toBeGreaterThan(8)
      for (const [index, { startMs, endMs }] of cues.entries()) {
        expect(endMs - startMs).toBeGreaterThanOrEqual(833)
        expect(endMs - startMs).toBeLessThanOrEqual(7000)
        expect(startMs).toBeGreaterThanOrEqual(cues[index - 1]?.endMs ?? 0)
      }
      for (const block of text.split('\n\n')) {
        const lines = block.split('\n')
        const shown = lines
          .slice(lines.findIndex((line) => line.includes('-->')) + 1)
          .filter((line) => line !== '')
        if (!block.includes('-->')) continue
        expect(shown.length).toBeLessThanOrEqual(2)
        for (const line of shown) expect(line.replace(/<[^>]*>/gu, '').length).toBeLessThanOrEqual(42)
      }
    }
    expect(await readFile(output('vtt'), 'utf8')).toMatch(/<v Speaker 1>/u)
  })

  it('writes the turns as RTTM under the name of the output', async () => {
    const lines = (await readFile(output('rttm'), 'utf8')).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines)
      expect(line).toMatch(/^SPEAKER conversation-en 1 \d+\.\d{3} \d+\.\d{3} <NA> <NA> \S+ <NA> <NA>$/u)
  })

  it('keeps no work file: the cache holds the sound, and nothing half-written', async () => {
    const files = await filesBelow(path.join(place.home, 'cache'))
    expect(files.map((file) => path.extname(file)).sort()).toEqual(['.levels', '.pcm', '.peaks', '.webm'])
  })

  it('counts as done when started again: no decode, the files stay', async () => {
    const before = await stat(output('srt'))
    const again = await runParolo(words, place)
    expect(again.exitCode).toBe(0)
    expect(decodesOf(again)).toEqual({ decoded: 0, reused: 0, failed: 0 })
    expect(jsonLines(again.stderr).filter(({ type }) => type === 'unchanged')).toHaveLength(5)
    expect((await stat(output('srt'))).mtimeMs).toBe(before.mtimeMs)
  })

  it('prints one format with --stdout, the same text, and writes no file', async () => {
    const empty = path.join(place.root, 'empty')
    await mkdir(empty)
    const printed = await runParolo(['transcribe', conversationEn, '--stdout'], { ...place, folder: empty })
    expect(printed).toMatchObject({ exitCode: 0, stderr: '', stdout: await readFile(output('srt'), 'utf8') })
    const text = await runInProcess(['transcribe', conversationEn, '--stdout', '--format', 'txt,srt'], {
      ...place,
      folder: empty,
    })
    expect(text.stdout).toBe(await readFile(output('txt'), 'utf8'))
    expect(await filesBelow(empty)).toEqual([])
  })

  it('exports the corrected text once a person has corrected the transcript', async () => {
    const library = await openLibrary(place.home)
    try {
      const [recording] = await library.recordings()
      const [facts] = await library.transcriptsOf(recording?.id ?? '')
      const transcript = await library.transcript(facts?.id ?? '')
      const paragraph = transcript.paragraphs[0]
      if (!paragraph) throw new Error('no paragraph')
      const text = `Indeed ${paragraphText(paragraph).trim()}`
      await library.applyEdits(
        transcript.id,
        [
          { kind: 'replace-text', id: 'e1', paragraphId: paragraph.id, text },
          { kind: 'rename-speaker', id: 'e2', speakerId: paragraph.speakerId ?? '', name: 'Nora' },
        ],
        { baseNumber: 0 },
      )
    } finally {
      await library.close()
    }
    const again = await runInProcess(words, place)
    expect(again.exitCode).toBe(0)
    expect(decodesOf(again)).toEqual({ decoded: 0, reused: 0, failed: 0 })
    expect(await readFile(output('srt'), 'utf8')).toMatch(/\nIndeed/u)
    expect(await readFile(output('vtt'), 'utf8')).toContain('<v Nora>Indeed')
    expect(await readFile(output('rttm'), 'utf8')).toContain(' Nora <NA>')
    const { transcript } = await documentIn(output('parolo.json'))
    expect(transcriptWords(transcript)[0]).toMatchObject({ text: 'Indeed', confidence: null })
  })
})

describe('transcribe, on a French conversation', () => {
  it(
    'finds the language by itself and keeps French spaces',
    async () => {
      const place = await testHome()
      const result = await runInProcess(
        ['transcribe', conversationFr, '--format', 'json,srt', '--quick'],
        place,
      )
      expect(result.exitCode).toBe(0)
      const document = await documentIn(path.join(place.folder, 'conversation-fr.parolo.json'))
      expect(document.transcript.language).toBe('fr')
      expect(document.transcript.speakers).toHaveLength(2)
      const spoken = await spokenIn(conversationFr)
      const text = textOf(document)
      expect(wordErrorRate(spoken.words.map((word) => word.text).join(' '), text)).toBeLessThanOrEqual(0.06)
      expect(text).toMatch(/\u202F\?/u)
      expect(text).not.toMatch(/[ \u00A0][?!;]/u)
      const srt = await readFile(path.join(place.folder, 'conversation-fr.srt'), 'utf8')
      expect(srt).toMatch(/[\u202F\u00A0]\?/u)
      // A line never begins with punctuation that French attaches to the preceding word.
      expect(srt).not.toMatch(/^[\s\u202F\u00A0]*[?!;:»]/mu)
      // An unnamed speaker has no name in captions.
      expect(srt).not.toMatch(/^Voix/mu)
    },
    LONG,
  )
})

describe('one transcript for all formats', () => {
  it(
    'the same bytes from the same sound in another library',
    async () => {
      const words = ['transcribe', twoVoicesEn, '--quick', '--format', 'json', '--stdout']
      const one = await runInProcess(words, await sampleLibraryForTest())
      const other = await runParolo(words, await testHome())
      expect(other.stdout).toBe(one.stdout)
      expect(one.stdout).toContain('"format": "parolo"')
    },
    LONG,
  )

  it(
    'another format of a done recording costs no decode',
    async () => {
      const place = await sampleLibraryForTest()
      expect(
        (await runInProcess(['transcribe', twoVoicesEn, '--quick', '--format', 'srt'], place)).exitCode,
      ).toBe(0)
      const json = await runInProcess(
        ['transcribe', twoVoicesEn, '--quick', '--format', 'json', '--progress', 'json'],
        place,
      )
      expect(decodesOf(json)).toEqual({ decoded: 0, reused: 0, failed: 0 })
      expect(await filesBelow(place.folder)).toEqual(['two-voices-8s-en.parolo.json', 'two-voices-8s-en.srt'])
    },
    LONG,
  )
})
