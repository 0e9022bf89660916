import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeCues } from '#core/captions/cues'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { calls } from '#contracts/calls/calls'
import type { ExportFormat } from '#contracts/export-requests'
import { setMarkEdit } from '#core/edits/kinds/set-mark'
import { formatIds, formats } from '#core/formats/formats'
import { unzip } from '../export/testing/unzip.ts'
import {
  begunTranscript,
  openedCalls,
  openedLibrary,
  paragraph,
  speaker,
  temporaryFolder,
} from '../library/testing/fixtures.ts'
import { modelStore } from '../studio.ts'
import { exportApi } from './exports.ts'

/** A finished transcript of a recording with this title, behind the API. */
async function opened(title = 'meeting', text = 'four five') {
  const folder = temporaryFolder()
  const setUp = openedCalls(folder)
  const { transcriptId, recording } = begunTranscript(setUp, title)
  const track = {
    recordingId: recording.id,
    index: 0,
    durationMs: 65_000,
    sampleCount: 1,
    pcmSha256: 'pcm',
    codec: 'mp3',
  }
  setUp.saveTrack(track)
  setUp.saveSpeakersAndTurns(
    transcriptId,
    [speaker('s1', 'Ada'), speaker('s2', null, 1)],
    [{ speakerId: 's1', startMs: 0, endMs: 2000 }],
    [],
  )
  setUp.putParagraphs(transcriptId, [
    paragraph('p1', 'one *two* three', 0, { speakerId: 's1' }),
    paragraph('p2', text, 61_000, { speakerId: 's2' }),
  ])
  setUp.finishTranscript(transcriptId)
  setUp.store.close()
  const library = await openedLibrary(folder)
  const api = exportApi({ library, cacheFolder: `${folder}/cache`, models: modelStore(folder) })
  const make = async (format: ExportFormat, options = {}, language: 'en' | 'fr' = 'en') => {
    const { in: shape, out } = calls.exports.make
    const asked = { signal: new AbortController().signal, language }
    const answer = await api.make(shape.parse({ transcriptId, format, options }), asked)
    expect(out.parse(answer)).toEqual(answer)
    return { ...answer, bytes: Buffer.from(answer.base64, 'base64') }
  }
  const cacheFolder = path.join(folder, 'cache', recording.id)
  return { api, make, transcriptId, library, cacheFolder }
}

describe('exports.make', () => {
  it('names no file after a redacted name', async () => {
    const { make, library, transcriptId } = await opened('Talk with Ann', 'Ann four')
    const transcript = await library.transcript(transcriptId)
    const wordId = transcript.paragraphs[1]?.words[0]?.id ?? ''
    const mark = { id: 'r', kind: 'redaction', fromWordId: wordId, toWordId: wordId, value: null } as const
    const edit = setMarkEdit(transcript, { id: 'e', mark })
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
    for (const format of ['docx', 'json'] as const) {
      const { fileName } = await make(format)
      expect(fileName).toBe(`Talk with [redacted]${formats[format].extension}`)
    }
  })

  it.each(formatIds.filter((format) => formats[format].write !== undefined))(
    'makes %s, with its name, its losses and a preview',
    async (format) => {
      const made = await (await opened()).make(format, { wholeText: true })
      expect(made.fileName).toBe(`meeting${formats[format].extension}`)
      expect(made.preview).toBe(made.bytes.toString('utf8'))
      expect(made.preview).toContain(format === 'rttm' ? 'Ada' : 'four')
      expect(made.isPreviewWhole).toBe(true)
      expect(made.losses.some(({ code }) => code === 'word-times' || code === 'words')).toBe(
        !['json', 'whisper'].includes(format),
      )
      expect(made.mediaType).toBe(formats[format].mediaType)
    },
  )

  it('makes a page with its sound, which a preview leaves for later', async () => {
    const { api, make, transcriptId, cacheFolder } = await opened()
    expect((await make('html')).losses).toContainEqual({ code: 'sound-missing', count: 1 })
    await mkdir(cacheFolder, { recursive: true })
    await writeFile(path.join(cacheFolder, 'track-0.webm'), 'the sound')
    const base64 = Buffer.from('the sound').toString('base64')
    const source = `<audio controls preload="metadata" src="data:audio/webm;base64,`
    const made = await make('html')
    expect(made.bytes.toString('utf8')).toContain(`${source}${base64}"></audio>`)
    expect(made.preview).toContain(`${source}…"></audio>`)
    expect(made.losses.map(({ code }) => code)).not.toContain('sound-missing')
    const asked = { transcriptId, format: 'html', options: {}, soundLater: true } as const
    const calling = { signal: new AbortController().signal, language: 'en', locale: 'en-GB' } as const
    expect(await api.make(asked, calling)).toMatchObject({
      base64: '',
      preview: made.preview,
      sound: { bytes: base64.length },
    })
    // Also reported for other formats, as a page may be saved along with them.
    expect(await api.make({ ...asked, format: 'srt' }, calling)).toMatchObject({ sound: { bytes: 12 } })
    for (const options of [{ sound: false }, { times: false }]) {
      const without = await make('html', options)
      expect(without.bytes.toString('utf8')).toBe(without.preview)
      expect(without.preview).not.toContain('data:')
    }
    expect((await make('html', { sound: false })).preview).toContain('<source src=')
  })

  it('says how large the sound around the items of minutes is, before it is chosen', async () => {
    const { api, make, transcriptId, library, cacheFolder } = await opened()
    const { recordingId } = await library.transcript(transcriptId)
    const asked = { transcriptId, format: 'minutes-html', options: {}, soundLater: true } as const
    const calling = { signal: new AbortController().signal, language: 'en' } as const
    await mkdir(cacheFolder, { recursive: true })
    await writeFile(path.join(cacheFolder, 'track-0.webm'), 'the sound')
    expect(await api.make(asked, calling)).not.toHaveProperty('sound')
    await library.setMoment(recordingId, { id: 'd', kind: 'decision', atMs: 30_000, value: 'We go.' })
    const { sound, preview } = await api.make(asked, calling)
    // 20 s of 24 kbit/s in base64.
    expect(sound?.bytes).toBeGreaterThan(80_000)
    expect(sound?.bytes).toBeLessThan(120_000)
    expect(preview).not.toContain('<audio')
    const shown = await api.minutes({ transcriptId, wholeText: false, without: [] }, calling)
    expect(shown).toMatchObject({ sound })
    const chosen = await api.make({ ...asked, options: { soundAround: true } }, calling)
    expect(chosen).toMatchObject({ sound, base64: '' })
    expect(chosen.preview).toContain('<audio preload="auto" src="data:audio/webm;base64,…"></audio>')
    // What is no sound is reported, and the minutes are made.
    const { losses } = await make('minutes-html', { soundAround: true })
    expect(losses).toContainEqual({ code: 'sound-unreadable', count: 1 })
    expect(await api.make({ ...asked, format: 'minutes', options: {} }, calling)).not.toHaveProperty('paper')
  })

  it('makes stl, which is binary and has no preview', async () => {
    const made = await (await opened()).make('stl')
    expect(made).toMatchObject({ fileName: 'meeting.stl', preview: null })
    expect(made.bytes.subarray(0, 8).toString('latin1')).toBe('850STL25')
  })

  it('makes docx, which has no preview', async () => {
    const made = await (await opened()).make('docx')
    expect(made).toMatchObject({ fileName: 'meeting.docx', preview: null })
    expect(made.losses.some(({ code }) => code === 'word-times')).toBe(true)
    expect(unzip(made.bytes).get('word/document.xml')).toContain('four five')
  })

  it.each(['docx', 'pdf', 'minutes'] as const)(
    'shows how %s begins on paper, where that is asked for',
    async (format) => {
      const { api, transcriptId } = await opened()
      const calling = { signal: new AbortController().signal, language: 'en' } as const
      const asked = { transcriptId, format, options: { wholeText: true } } as const
      const { paper } = await api.make({ ...asked, withPaper: true }, calling)
      expect(paper?.html).toContain('<h1>meeting</h1>')
      expect(paper?.html).toContain('four five')
      expect(paper?.isWhole).toBe(true)
      expect(await api.make(asked, calling)).not.toHaveProperty('paper')
      expect(await api.make({ ...asked, format: 'txt', withPaper: true }, calling)).not.toHaveProperty(
        'paper',
      )
    },
  )

  it('makes a page that plays the recording next to it, unless that has what the page leaves out', async () => {
    const { make, library, transcriptId } = await opened()
    const { recordingId } = await library.transcript(transcriptId)
    const { fileName } = await library.recording(recordingId)
    const source = ` src="${encodeURIComponent(fileName)}"`
    expect((await make('html', { sound: false })).preview).toContain(source)
    await library.setTrim(recordingId, { startMs: 0, endMs: 60_000 })
    const part = await make('html', { sound: false })
    expect(part.preview).not.toContain(source)
    expect(part.preview).toContain('There is no sound with this page.')
  })

  it('gives a text that was imported without a title the one of its recording, but for its own data', async () => {
    const { library } = await opened()
    const facts = { title: '', fileName: '', durationMs: 2_000, sha256: '' }
    const transcript = {
      id: '',
      recordingId: '',
      language: 'en',
      run: { program: 'parolo', version: '0', models: [], settings: {} },
      speakers: [],
      turns: [],
      paragraphs: [paragraph('p1', 'one two', 0)],
      marks: [],
    }
    const { transcriptId } = await library.importTranscript({
      recording: { path: '', fileName: 'x.wav', title: 'A talk', bytes: 0, mtimeMs: 0, sha256: 'ab' },
      track: { index: 0, durationMs: 2_000 },
      settingsKey: 'k',
      transcript,
      members: {
        extra: {},
        facts: { given: facts, kept: { ...facts, title: 'A talk', fileName: 'x.wav', sha256: 'ab' } },
      },
    })
    const api = exportApi({ library, cacheFolder: temporaryFolder(), models: modelStore(temporaryFolder()) })
    const made = async (format: ExportFormat) =>
      api.make(
        { transcriptId, format, options: {} },
        { signal: new AbortController().signal, language: 'en' },
      )
    for (const format of ['md', 'html', 'edl'] as const)
      expect((await made(format)).preview).toContain('A talk')
    expect((await made('json')).preview).not.toContain('A talk')
  })

  it('gives a Word document its first page, with the date of the file', async () => {
    const made = await (await opened()).make('docx', { firstPage: true })
    const xml = unzip(made.bytes).get('word/document.xml')
    expect(xml).toContain('<w:pageBreakBefore/>')
    expect(xml).toMatch(/\d+ [A-Z][a-z]+ \d{4} · meeting/u)
  })

  it('shows how a long file begins, in whole lines', async () => {
    const { make } = await opened('meeting', 'word '.repeat(9000).trim())
    const { preview, bytes } = await make('json')
    expect(preview?.length).toBeLessThanOrEqual(20_000)
    expect(preview?.endsWith('\n')).toBe(true)
    expect(bytes.toString('utf8').startsWith(preview ?? '-')).toBe(true)
  })

  it('of a trimmed recording has what is kept alone, with the times of the whole', async () => {
    const { make, library, transcriptId } = await opened()
    const { recordingId } = await library.transcript(transcriptId)
    await library.setTrim(recordingId, { startMs: 60_000, endMs: 65_000 })
    expect((await make('txt')).preview).toBe('Speaker 2 (0:01:01)\nfour five\n')
    expect((await make('json')).preview).not.toContain('three')
  })

  it('leaves out names and times that are not wanted', async () => {
    const { make } = await opened()
    expect((await make('txt')).preview).toBe(
      'Ada (0:00:00)\none *two* three\n\nSpeaker 2 (0:01:01)\nfour five\n',
    )
    expect((await make('txt', { times: false, speakerNames: false })).preview).toBe(
      'one *two* three\n\nfour five\n',
    )
    expect((await make('md', { times: false })).preview).toBe(
      '# meeting\n\n**Ada**\n\none \\*two\\* three\n\n**Speaker 2**\n\nfour five\n',
    )
  })

  it('has names in SRT where they are chosen, and in WebVTT always', async () => {
    const { make } = await opened()
    expect((await make('srt')).preview).not.toMatch(/Ada|Speaker/u)
    const named = (await make('srt', { captionNames: 'change' })).preview
    expect(named).toContain('Ada: one')
    expect(named).not.toContain('Speaker')
    const { preview } = await make('vtt', { speakerNames: false })
    expect(preview).toContain('<v Ada>')
    expect(preview).toContain('<v Speaker 2>')
  })

  it('makes captions by the rules of the transcript, with their names before those that are asked for', async () => {
    const { make, library, transcriptId } = await opened('meeting', 'word '.repeat(20).trim())
    const before = (await make('srt')).preview
    const changes = { maxLines: 1, maxCharactersPerLine: 20 }
    const rules = { preset: 'bbc', names: 'change', changes } as const
    const edit = { kind: 'set-caption-rules', id: 'e1', rules } as const
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
    const transcript = await library.transcript(transcriptId)
    const options = { durationMs: 65_000, language: 'en', names: 'change' } as const
    const cues = makeCues(transcript, rulesOf(transcript), options)
    expect(cues.every(({ lines }) => lines.length === 1)).toBe(true)
    const { preview } = await make('srt', { captionNames: 'never' })
    expect(
      preview
        ?.trim()
        .split('\n\n')
        .map((block) => block.split('\n').slice(2).join('\n')),
    ).toEqual(cues.map(({ lines }) => lines[0]?.text))
    expect(preview).toContain('Ada: one')
    await library.undo(transcriptId, 'u')
    expect((await make('srt')).preview).toBe(before)
  })

  it('leaves hidden fillers out of captions and text until they are shown again, and never out of the data', async () => {
    const { make, library, transcriptId } = await opened('meeting', 'Um, so the the end')
    const edit = { kind: 'set-fillers', id: 'e1', fillers: 'hidden' } as const
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
    for (const format of ['srt', 'vtt', 'txt', 'md', 'html', 'whisper'] as const) {
      const { preview } = await make(format)
      expect(preview).toMatch(/So the end/u)
      expect(preview).not.toMatch(/Um|the the/u)
    }
    expect((await make('json')).preview).toContain('"fillers": "hidden"')
    expect((await make('json')).preview).toContain('"Um,"')
    await library.undo(transcriptId, 'u')
    expect((await make('srt')).preview).toContain('Um, so the the end')
  })

  it('writes numbers in digits in captions and text until they are as said again, and never in the data', async () => {
    const { make, library, transcriptId } = await opened('meeting', 'so fifty percent of them')
    const edit = { kind: 'set-numbers', id: 'e1', numbers: 'digits' } as const
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
    for (const format of ['srt', 'vtt', 'txt', 'md', 'html', 'whisper'] as const) {
      const { preview } = await make(format)
      expect(preview).toMatch(/so 50% of them/u)
      expect(preview).not.toMatch(/fifty/u)
    }
    expect((await make('json')).preview).toContain('"numbers": "digits"')
    expect((await make('json')).preview).toContain('"fifty"')
    await library.undo(transcriptId, 'u')
    expect((await make('srt')).preview).toContain('so fifty percent of them')
  })

  it('makes a translation, with its language in the name; one that is not there is refused', async () => {
    const { make, library, transcriptId } = await opened()
    const transcript = await library.transcript(transcriptId)
    const [first] = transcript.paragraphs[0]?.words ?? []
    const last = transcript.paragraphs[0]?.words.at(-1)
    const value = { language: 'fr', text: 'un deux trois' }
    const place = { id: 'm', fromWordId: first?.id ?? '', toWordId: last?.id ?? '' }
    const edit = { kind: 'set-mark', id: 'e1', mark: { ...place, kind: 'translation', value } } as const
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
    const made = await make('srt', { translation: 'fr' })
    expect(made.fileName).toBe('meeting.fr.srt')
    expect(made.preview).toContain('un deux trois')
    expect(made.preview).not.toContain('four')
    expect(made.losses.map(({ code }) => code)).toContain('untranslated')
    expect(made.losses.map(({ code }) => code)).not.toContain('word-times')
    expect((await make('ttml', { translation: 'fr' })).preview).toContain('xml:lang="fr"')
    expect((await make('srt')).losses).toContainEqual({ code: 'translations', count: 1 })
    const word = unzip((await make('docx', { translation: 'fr' })).bytes).get('word/document.xml')
    expect(word).toContain('un deux trois')
    await expect(make('srt', { translation: 'de' })).rejects.toMatchObject({ code: 'translation.unknown' })
  })

  it('gives a name that every system takes, in the language of who asks', async () => {
    const strange = await opened('a/b: “c”?')
    expect((await strange.make('json')).fileName).toBe('a-b - “c”.parolo.json')
    const nameless = await opened('???')
    expect((await nameless.make('srt')).fileName).toBe('transcript.srt')
    expect((await nameless.make('srt', {}, 'fr')).fileName).toBe('transcription.srt')
  })

  it('knows nothing of a transcript that is not there', async () => {
    const { api } = await opened()
    const asked = { signal: new AbortController().signal, language: 'en' } as const
    await expect(api.make({ transcriptId: 'none', format: 'srt', options: {} }, asked)).rejects.toMatchObject(
      {
        code: 'recording.no-transcript',
      },
    )
  })
})

describe('exports of the cut', () => {
  const asked = { signal: new AbortController().signal, language: 'en' } as const

  /** With “two” cut, and the time before the second paragraph. */
  async function openedWithCuts() {
    const made = await opened()
    const { library, transcriptId } = made
    const { recordingId } = await library.transcript(transcriptId)
    const mark = {
      id: 'm1',
      kind: 'cut',
      fromWordId: 'p1w.1',
      toWordId: 'p1w.1',
      value: { reason: 'person' },
    } as const
    await library.applyEdits(
      transcriptId,
      [{ kind: 'set-mark', id: 'e1', mark, near: { startMs: 0, endMs: 0 } }],
      { baseNumber: 0 },
    )
    await library.changeCutStretches(recordingId, {
      set: [{ id: 'c1', startMs: 5_000, endMs: 55_000, reason: 'pause' }],
    })
    return { ...made, recordingId }
  }

  it('have kept words in their own time, with their counts; a .parolo.json is whole', async () => {
    const { api, transcriptId } = await openedWithCuts()
    const make = (format: ExportFormat, cut: boolean) =>
      api.make({ transcriptId, format, options: {}, cut }, asked)
    const made = await make('srt', true)
    expect(calls.exports.make.out.parse(made)).toEqual(made)
    expect(made.preview).toMatch(/^one .*three$/mu)
    expect(made.preview).not.toContain('two')
    expect(made.preview).toMatch(/^00:00:1\d,\d+ --> .*\nfour five/mu)
    expect(made.cut).toMatchObject({ words: 4, captions: { count: 2 } })
    const text = await make('txt', true)
    expect(text.cut).toEqual({ words: 4 })
    const vtt = await make('vtt', true)
    expect(vtt.preview).toMatch(/^NOTE\nthe cut: /mu)
    expect((await make('vtt', false)).preview).toContain('two')
    const json = await make('json', true)
    expect(json.preview).toContain('two')
    expect(json.cut).toBeUndefined()
  })

  it('of a page have no sound and no file beside it, which is said', async () => {
    const { api, transcriptId, cacheFolder } = await openedWithCuts()
    await mkdir(cacheFolder, { recursive: true })
    await writeFile(path.join(cacheFolder, 'track-0.webm'), 'the sound')
    const made = await api.make({ transcriptId, format: 'html', options: {}, cut: true }, asked)
    expect(made.losses).toContainEqual({ code: 'cut-page', count: 1 })
    expect(made.sound).toBeUndefined()
    expect(made.preview).not.toMatch(/<(?:audio|video)[^>]* src=/u)
  })

  it('say of which own wordings some words are cut', async () => {
    const { api, library, transcriptId } = await openedWithCuts()
    const wording = {
      id: 'm2',
      kind: 'wording',
      fromWordId: 'p1w.0',
      toWordId: 'p1w.2',
      value: 'One, two and three',
    } as const
    await library.applyEdits(
      transcriptId,
      [{ kind: 'set-mark', id: 'e2', mark: wording, near: { startMs: 0, endMs: 0 } }],
      { baseNumber: 1 },
    )
    const losses = async (format: ExportFormat) =>
      (await api.make({ transcriptId, format, options: {}, cut: true }, asked)).losses
    expect(await losses('srt')).toContainEqual({ code: 'cut-partly', count: 1 })
    expect(JSON.stringify(await losses('txt'))).not.toContain('cut-partly')
  })

  it('as lists name the recording’s file; nothing is left of what is cut entirely, which is refused', async () => {
    const { api, library, transcriptId, recordingId } = await openedWithCuts()
    const question = { transcriptId, list: 'cut-edl', frameRate: 50, dropFrame: null } as const
    const made = await api.cutList(question, asked)
    expect(calls.exports.cutList.out.parse(made)).toEqual(made)
    expect(made).toMatchObject({ clips: 3, countsFrames: true, isRedacted: false, isPreviewWhole: true })
    expect(made.files.map(({ fileName }) => fileName)).toEqual(['meeting.cut.edl'])
    expect(made.preview).toContain('* FROM CLIP NAME: meeting')
    expect(Buffer.from(made.files[0]?.base64 ?? '', 'base64').toString()).toBe(made.preview)
    expect(await api.haveCuts({ transcriptIds: [transcriptId] }, asked)).toEqual([true])
    await library.setTrim(recordingId, { startMs: 10_000, endMs: 20_000 })
    await expect(api.cutList(question, asked)).rejects.toMatchObject({ code: 'cut.nothing' })
  })
})
