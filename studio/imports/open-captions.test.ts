import { copyFile, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { Fault } from '#contracts/errors'
import { formats } from '#core/formats/formats'
import { videoOfRate } from '#core/frames/video-frames'
import { paragraphText } from '#core/transcript/transcript'
import { transcriptApi } from '../api/transcripts.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import type { Library } from '../library/library.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { ImportStore } from './import-store.ts'
import { addCaptionsTo } from './open-captions.ts'
import { modelStore } from '../studio.ts'
import { locateOriginal } from '../originals/keep-original.ts'
import { PathImports } from './path-imports.ts'
import { readCaptionFile } from './reading/read-caption-file.ts'

const signal = new AbortController().signal
const SRT =
  '1\n00:00:00,100 --> 00:00:02,000\nHave you seen\nmy bicycle pump?\n\n' +
  '2\n00:00:02,000 --> 00:00:03,300\nI left it by the door.\n'

let library: Library
let imports: PathImports
let uploads: ImportStore
let folder: string
beforeEach(async () => {
  const dataFolder = temporaryFolder()
  library = await openedLibrary(dataFolder)
  imports = new PathImports({ library, dataFolder })
  uploads = new ImportStore({ library, dataFolder })
  folder = temporaryFolder()
})

async function put(name: string, content: string): Promise<string> {
  await writeFile(path.join(folder, name), content)
  return path.join(folder, name)
}
async function add(file: string) {
  const { recording, text } = await imports.add(file, { copy: false, signal })
  const transcript = text === null ? null : text.isNew ? 'new' : 'known'
  return { recording, transcript, isAnother: text?.isAnother, corrections: text?.corrections ?? [] }
}
const send = (fileName: string, content: string) => sendBytes(fileName, Buffer.from(content), null)
async function sendBytes(fileName: string, bytes: Uint8Array, recordingId: string | null) {
  const about = { fileName, bytes: bytes.length, modifiedAtMs: 1, recordingId }
  const { importId } = await uploads.begin(about)
  async function* parts() {
    yield bytes
  }
  await uploads.put(importId, 0, parts())
  return uploads.finish(importId, signal)
}
async function asSrt(recordingId: string): Promise<string> {
  const current = (await library.transcriptsOf(recordingId)).find((each) => each.current)
  const document = await transcriptDocument(library, current?.id ?? '')
  return formats.srt.write?.(document, { speakerLabel: String }).text ?? ''
}

describe('captions without media', () => {
  it('may be those of a project of Final Cut Pro, as Parolo writes them', async () => {
    const { recording } = await add(await put('talk.srt', SRT))
    const [own] = await library.transcriptsOf(recording.id)
    const document = await transcriptDocument(library, own?.id ?? '')
    const options = { speakerLabel: String, startTimecode: '10:00:00:00' }
    const text = formats.fcpxml.write?.(document, options).text ?? ''
    for (const name of ['cut.fcpxml', 'cut.xml']) {
      expect(await add(await put(name, text))).toMatchObject({ corrections: [] })
    }
    const other = (await library.recordings()).find(({ id }) => id !== recording.id)
    // Its frames have 40 ms.
    const onFrames = SRT.replace('00,100', '00,120').replace('3,300', '3,320')
    expect(await asSrt(other?.id ?? '')).toBe(onFrames)
  })

  it('are a recording without sound that goes out as it came in', async () => {
    const { recording, transcript, corrections } = await add(await put('talk.en.srt', SRT))
    expect({ transcript, corrections }).toEqual({ transcript: 'new', corrections: [] })
    expect(recording).toMatchObject({ title: 'talk', bytes: 0 })
    expect(await library.card(recording.id)).toMatchObject({
      durationMs: 3_300,
      transcript: { language: 'en' },
    })
    expect(await asSrt(recording.id)).toBe(SRT)
  })

  it('leave as a placeholder what is redacted in the recording’s text that was there before', async () => {
    const { recording } = await add(await put('talk.srt', SRT))
    const [former] = await library.transcriptsOf(recording.id)
    const transcriptId = former?.id ?? ''
    const word = (await library.transcript(transcriptId)).paragraphs
      .flatMap(({ words }) => words)
      .find(({ text }) => text === 'bicycle')
    const id = word?.id ?? ''
    const mark = { id: 'm', kind: 'redaction' as const, value: null, fromWordId: id, toWordId: id }
    const edit = { kind: 'set-mark' as const, id: 'e', mark }
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0, stepId: 's' })
    const file = await put('better.srt', SRT.replace('I left it', 'I have left it'))
    const better = await addCaptionsTo(
      library,
      await library.recording(recording.id),
      await readCaptionFile(file, 'better.srt'),
      { shownAs: 'better.srt', language: undefined, signal },
    )
    // Until then, the person's edited text stays current.
    await library.chooseTranscript(better.transcriptId)
    const now = await asSrt(recording.id)
    expect(now).toContain('I have left it')
    expect(now).not.toContain('bicycle')
  })

  it('are the same when they are added again, also in another layout', async () => {
    const { recording } = await add(await put('talk.srt', SRT))
    const events = await library.lastEventNumber()
    expect(await add(path.join(folder, 'talk.srt'))).toMatchObject({ transcript: 'known' })
    const again = await add(await put('other.srt', SRT.replaceAll('\n', '\r\n')))
    expect(again).toMatchObject({ transcript: 'known', recording: { id: recording.id } })
    expect(await library.lastEventNumber()).toBe(events)
  })

  it('may be of any format with times, told by name and content', async () => {
    const vtt = await add(await put('a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zoe>Hello there\n'))
    expect((await library.card(vtt.recording.id)).transcript?.speakers).toMatchObject([{ name: 'Zoe' }])
    const whisper = await add(
      await put(
        'b.json',
        '{"text":"Hello you","segments":[{"start":0.5,"end":1.5,"text":" Hello you"}],"language":"en"}',
      ),
    )
    expect(whisper.transcript).toBe('new')
    const labels = await add(await put('c.txt', '0.500000\t1.500000\tHello label\n'))
    expect(labels.transcript).toBe('new')
  })

  it('that begin at 10:00:00:00 in an EBU STL file of ours are told so, and no error is', async () => {
    const { recording } = await add(await put('talk.srt', SRT))
    const [own] = await library.transcriptsOf(recording.id)
    const document = await transcriptDocument(library, own?.id ?? '')
    const options = { speakerLabel: String, startTimecode: '10:00:00:00' }
    const { bytes = new Uint8Array() } = formats.stl.writeBytes?.(document, options) ?? {}
    const sent = await sendBytes('tape.stl', bytes, null)
    expect(sent).toEqual({
      recordingId: expect.any(String),
      transcript: 'new',
      programStart: '10:00:00:00',
    })
  })

  it('in another format are known if their text is the same, else another transcript where the recording is', async () => {
    const media = path.join(folder, 'talk.opus')
    await copyFile(twoVoicesEn, media)
    const first = await add(await put('talk.srt', SRT))
    expect(first).toMatchObject({ transcript: 'new', isAnother: false })
    const vtt = 'WEBVTT\n\n' + SRT.replaceAll(/(?<=\d\d),(?=\d\d\d)/gu, '.')
    const same = await add(await put('talk.vtt', vtt))
    expect(same).toMatchObject({ transcript: 'known', isAnother: false })
    const other = await add(await put('talk.en.vtt', vtt.replace('door', 'gate')))
    expect(other).toMatchObject({ transcript: 'new', isAnother: true, recording: { id: first.recording.id } })
    expect(await library.transcriptsOf(first.recording.id)).toHaveLength(2)
  })

  it('whose names are speakers now can be had with the names in the text, and back', async () => {
    const text = SRT.replace('Have', 'Nora: Have').replace('I left', 'Nora: I left')
    const { namesInText } = await send('talk.srt', text)
    if (namesInText === undefined) throw new Error('names are told')
    const { transcriptId } = namesInText
    expect(namesInText.names).toEqual(['Nora'])
    const api = transcriptApi({ library, models: modelStore(folder), cacheFolder: folder })
    const call = { signal, language: 'en' } as const
    const voices = async () => (await library.transcript(transcriptId)).speakers.map(({ name }) => name)
    const outcome = await api.leaveNamesInText({ ...namesInText, id: 'n1' }, call)
    expect(outcome.refused).toEqual([])
    expect(await voices()).toEqual([])
    const { recordingId } = await library.transcript(transcriptId)
    expect(await asSrt(recordingId)).toBe(text)
    await expect(api.leaveNamesInText({ ...namesInText, id: 'n2' }, call)).rejects.toMatchObject({
      code: 'edit.refused',
    })
    await library.undo(transcriptId, 'u')
    expect(await voices()).toEqual(['Nora'])
    expect(await asSrt(recordingId)).toBe(text)
    await library.redo(transcriptId, 'r')
    expect(await voices()).toEqual([])
    expect(await asSrt(recordingId)).toBe(text)
  })

  it('say what was corrected in reading', async () => {
    const { corrections } = await add(await put('a.srt', SRT.replaceAll(',', '.')))
    expect(corrections[0]).toMatchObject({ code: 'time-notation', line: 2 })
  })
})

it.each(['stl', 'fcpxml'] as const)(
  'a file of frames (%s) beside a video counts from its first one',
  async (format) => {
    const alone = await add(await put('words.srt', SRT))
    const [own] = await library.transcriptsOf(alone.recording.id)
    const { write, writeBytes } = formats[format]
    const document = await transcriptDocument(library, own?.id ?? '')
    const bytes = writeBytes?.(document, { speakerLabel: String }).bytes
    const text = write?.(document, { speakerLabel: String }).text ?? ''
    await copyFile(twoVoicesEn, path.join(folder, 'film.opus'))
    const { recording } = await add(path.join(folder, 'film.opus'))
    const { media } = await library.card(recording.id)
    if (media === null) throw new Error('the recording was read')
    await library.saveMedia(recording.id, { ...media, frames: { ...videoOfRate(25), firstUs: 143_400 } })
    await writeFile(path.join(folder, `film.${format}`), bytes ?? text)
    expect(await add(path.join(folder, `film.${format}`))).toMatchObject({ transcript: 'new' })
    // Frames 3, 50 and 83.
    expect([...(await asSrt(recording.id)).matchAll(/\d\d,\d{3}/gu)].map(([time]) => time)).toEqual([
      '00,263',
      '02,143',
      '02,143',
      '03,463',
    ])
  },
)

describe('the recording of captions that came without it', () => {
  it('may be any that a person locates, once', async () => {
    const { recording } = await add(await put('talk.srt', SRT))
    await copyFile(twoVoicesEn, path.join(folder, 'found.opus'))
    await locateOriginal(library, recording.id, path.join(folder, 'found.opus'), signal)
    const located = await library.recording(recording.id)
    expect(located).toMatchObject({
      title: 'talk',
      fileName: 'found.opus',
      sha256: await sha256OfFile(twoVoicesEn),
    })
    expect(await asSrt(recording.id)).toBe(SRT)
    expect(await add(path.join(folder, 'talk.srt'))).toMatchObject({ transcript: 'known' })
    const other = locateOriginal(library, recording.id, path.join(folder, 'talk.srt'), signal)
    await expect(other).rejects.toThrow(Fault)
  })

  it('is the one that lies beside them when they are added again', async () => {
    const { recording } = await add(await put('talk.srt', SRT))
    await copyFile(twoVoicesEn, path.join(folder, 'talk.opus'))
    const again = await add(path.join(folder, 'talk.srt'))
    expect(again).toMatchObject({ transcript: 'known', recording: { id: recording.id } })
    expect(again.recording.bytes).toBeGreaterThan(0)
    expect(await add(path.join(folder, 'talk.srt'))).toMatchObject({ transcript: 'known' })
    expect(await library.recordings()).toHaveLength(1)
  })

  it('may be sent by a browser', async () => {
    const { recordingId } = await send('talk.srt', SRT)
    const bytes = await readFile(twoVoicesEn)
    await expect(sendBytes('talk.opus', bytes, recordingId)).resolves.toMatchObject({ recordingId })
    expect((await library.recording(recordingId)).bytes).toBe(bytes.length)
  })
})

describe('captions with their media', () => {
  it.each(['talk.srt', 'talk.fr.srt'])('are one more transcript of the recording beside %s', async (name) => {
    await copyFile(twoVoicesEn, path.join(folder, 'talk.opus'))
    const { recording } = await add(await put(name, SRT))
    expect(recording).toMatchObject({
      title: 'talk',
      path: path.join(folder, 'talk.opus'),
      sha256: await sha256OfFile(twoVoicesEn),
    })
    expect((await library.card(recording.id)).durationMs).toBeGreaterThan(7_000)
    expect(await asSrt(recording.id)).toBe(SRT)
    const second = await add(await put('talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello there\n'))
    expect(second).toMatchObject({ recording: { id: recording.id }, transcript: 'new' })
    expect(await library.transcriptsOf(recording.id)).toHaveLength(2)
    expect((await library.recordings()).length).toBe(1)
  })

  it('join the recording of that name that a browser sent before', async () => {
    await copyFile(twoVoicesEn, path.join(folder, 'talk.opus'))
    const { recording } = await add(path.join(folder, 'talk.opus'))
    expect(await send('talk.srt', SRT)).toMatchObject({ recordingId: recording.id, transcript: 'new' })
    expect((await send('other.srt', SRT.replace('door', 'gate'))).recordingId).not.toBe(recording.id)
  })
})

describe('a recording that the library has under another name', () => {
  const named = async (name: string): Promise<string> => {
    await copyFile(twoVoicesEn, path.join(folder, name))
    return path.join(folder, name)
  }

  it('gets the captions that a browser sends after it under their name', async () => {
    const { recording } = await add(await named('holiday.opus'))
    const film = await sendBytes('film.opus', await readFile(twoVoicesEn), null)
    expect(film.recordingId).toBe(recording.id)
    expect(await send('film.en.srt', SRT)).toMatchObject({ recordingId: recording.id, transcript: 'new' })
    expect(await library.recordings()).toHaveLength(1)
    await library.deleteRecording(recording.id)
    expect((await send('film.en.srt', SRT)).recordingId).not.toBe(recording.id)
  })

  it('takes over captions that a browser had sent alone, when both are sent', async () => {
    const alone = await send('film.srt', SRT)
    const film = await sendBytes('film.opus', await readFile(twoVoicesEn), null)
    expect(await send('film.srt', SRT)).toEqual({ recordingId: film.recordingId, transcript: 'known' })
    expect((await library.recordings()).map(({ id }) => id)).toEqual([film.recordingId])
    expect(alone.recordingId).not.toBe(film.recordingId)
  })

  it.each([
    ['located', (id: string, file: string) => locateOriginal(library, id, file, signal)],
    [
      'sent',
      async (id: string, file: string) =>
        (await sendBytes('film.opus', await readFile(file), id)).recordingId,
    ],
  ])('takes over captions that came alone when it is %s as theirs', async (_way, locate) => {
    const { recording } = await add(await named('holiday.opus'))
    const alone = await add(await put('talk.srt', SRT))
    const [own] = await library.transcriptsOf(alone.recording.id)
    const { paragraphs } = await library.transcript(own?.id ?? '')
    const paragraphId = paragraphs[0]?.id ?? ''
    const edit = { kind: 'replace-text', id: 'e1', paragraphId, text: 'Seen it?' } as const
    await library.applyEdits(own?.id ?? '', [edit], { baseNumber: 0 })
    await library.setMoment(alone.recording.id, { id: 'm1', kind: 'moment', atMs: 900, value: {} })
    expect(await locate(alone.recording.id, await named('found.opus'))).toBe(recording.id)
    expect((await library.recordings()).map(({ id, fileName }) => [id, fileName])).toEqual([
      [recording.id, 'holiday.opus'],
    ])
    const [moved] = await library.transcriptsOf(recording.id)
    expect(moved).toMatchObject({ id: own?.id, current: true, corrected: true })
    expect(await library.transcript(moved?.id ?? '')).toMatchObject({ recordingId: recording.id })
    expect((await library.moments(recording.id)).map(({ atMs }) => atMs)).toEqual([900])
    // The moment was the last change.
    await library.undo(moved?.id ?? '', 'u1')
    expect(await library.moments(recording.id)).toEqual([])
    await library.undo(moved?.id ?? '', 'u2')
    expect(await asSrt(recording.id)).toBe(SRT)
    // From now on, the same captions are known as its transcript.
    expect(await add(path.join(folder, 'talk.srt'))).toMatchObject({
      transcript: 'known',
      recording: { id: recording.id },
    })
  })

  it('is found where captions are located whose file it is, though its own file is gone', async () => {
    const { recording } = await add(await named('holiday.opus'))
    const alone = await add(await put('talk.srt', SRT))
    const found = path.join(folder, 'found.opus')
    await rename(path.join(folder, 'holiday.opus'), found)
    expect(await locateOriginal(library, alone.recording.id, found, signal)).toBe(recording.id)
    expect(await library.recording(recording.id)).toMatchObject({ path: found, title: 'holiday' })
  })
})

describe('what is refused', () => {
  it.each<[string, string, object]>([
    ['notes.txt', 'Just some text.', { code: 'transcript.no-times', values: { file: 'notes.txt' } }],
    [
      'bad.srt',
      'no cue here',
      { code: 'format.unreadable', values: { file: 'bad.srt', format: 'SubRip (SRT)' } },
    ],
    ['bad.ttml', '<tt><body/></tt>', { code: 'format.unreadable', values: { file: 'bad.ttml' } }],
    ['empty.vtt', '', { code: 'media.empty-file', values: { file: 'empty.vtt' } }],
    ['cut.EDL', 'TITLE: cut\nFCM: NON-DROP FRAME\n', { code: 'format.other-kind', values: { kind: 'edit' } }],
    ['talk.rttm', 'SPEAKER talk 1 0.5 1 <NA> <NA> A <NA>', { values: { kind: 'turns' } }],
    ['talk.scc', 'Scenarist_SCC V1.0\n', { values: { kind: 'captions' } }],
    ['empty.fcpxml', '<fcpxml/>', { code: 'format.unreadable', values: { file: 'empty.fcpxml' } }],
    ['page.xml', '<html/>', { code: 'format.not-read', values: { file: 'page.xml' } }],
  ])('%s: named, and nothing is in the library', async (name, content, fault) => {
    const refused: unknown = await add(await put(name, content)).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Fault)
    expect(refused).toMatchObject(fault)
    if (content !== '') await expect(send(name, content)).rejects.toMatchObject(fault)
    expect(await library.recordings()).toEqual([])
  })
})

it('what is said in them is there to read', async () => {
  const { recording } = await add(await put('one.srt', SRT))
  const [transcript] = await library.transcriptsOf(recording.id)
  const { paragraphs } = await library.transcript(transcript?.id ?? '')
  expect(paragraphs.map(paragraphText)).toEqual(['Have you seen my bicycle pump?', 'I left it by the door.'])
})
