import { copyFile, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentWithExtras } from '#core/formats/format'
import { formatIds } from '#core/formats/formats'
import { redactedDocument } from '#core/redaction/redacted-document'
import type { Mark } from '#core/transcript/transcript'
import { soundFiles } from '../sound/decode.ts'
import { ffmpeg, lavfi, useFilms } from '../sound/captioned/testing/films.ts'
import {
  begunTranscript,
  openedCalls,
  openedLibrary,
  paragraph,
  speaker,
} from '../library/testing/fixtures.ts'
import { makeExport } from './make-export.ts'
import { recordingSound } from './recording-sound.ts'
import { unzip } from './testing/unzip.ts'
import { transcriptDocument, wholeDocument } from './transcript-document.ts'

const { signal } = new AbortController()
const films = useFilms()

/** A library's transcript with one redacted word, or with its redaction undone. */
async function opened(secret: string, redaction = true) {
  const calls = openedCalls()
  const { transcriptId, recording } = begunTranscript(calls, 'meeting')
  calls.saveTrack({
    recordingId: recording.id,
    index: 0,
    durationMs: 4_000,
    sampleCount: 64_000,
    pcmSha256: 'pcm',
    codec: 'mp3',
  })
  calls.saveSpeakersAndTurns(transcriptId, [speaker('s1', 'Ada')], [], [])
  calls.putParagraphs(transcriptId, [
    paragraph('p1', `They live at ${secret}, she said.`, 0, { speakerId: 's1' }),
    paragraph('p2', 'Nothing else.', 10_000, { speakerId: 's1' }),
  ])
  calls.finishTranscript(transcriptId)
  const word = { fromWordId: 'p1w.3', toWordId: 'p1w.3' }
  const marks: Mark[] = [
    { id: 'm1', kind: 'redaction', ...word, value: null },
    { id: 'm2', kind: 'comment', ...word, value: `${secret}: ask` },
    { id: 'm3', kind: 'wording', ...word, value: `${secret} 9` },
    { id: 'm4', kind: 'translation', ...word, value: { language: 'fr', text: `rue ${secret}` } },
  ]
  const edits = marks.map((mark) => ({
    id: `e${mark.id}`,
    kind: 'set-mark' as const,
    mark,
    near: { startMs: 0, endMs: 0 },
  }))
  for (const edit of edits) calls.applyEdits(transcriptId, [edit], { baseNumber: 0 })
  if (!redaction) {
    const edit = { id: 'x', kind: 'remove-mark' as const, markId: 'm1', markKind: 'redaction' as const }
    calls.applyEdits(transcriptId, [edit], { baseNumber: 9 })
  }
  calls.store.close()
  const library = await openedLibrary(calls.folder)
  return { library, transcriptId, recording, cacheFolder: path.join(calls.folder, 'cache') }
}

/** Contents of a file; for a zip those of its files, without the time of creation. */
function contentOf(bytes: Uint8Array): string {
  const isZip = Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK'
  if (!isZip) return Buffer.from(bytes).toString('latin1')
  return JSON.stringify([...unzip(bytes)]).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '')
}

describe('what is exported of a redacted transcript', () => {
  const documents: DocumentWithExtras[] = []
  it('differs in nothing but the redacted word, which is not there', async () => {
    for (const secret of ['Zanzibarstreet', 'Xanadu']) {
      const { library, transcriptId } = await opened(secret)
      documents.push(await transcriptDocument(library, transcriptId))
    }
    expect(documents[0]).toEqual(documents[1])
  })

  it.each(formatIds)('as %s is the same whatever was redacted', async (format) => {
    const [one, other] = await Promise.all(
      documents.map(async (document) => contentOf((await makeExport(document, format, {})).bytes)),
    )
    expect(one).toBe(other)
    expect(one).not.toContain('Zanzibar')
  })

  it('has the words again once it is undone; the library always has them', async () => {
    const { library, transcriptId } = await opened('Zanzibarstreet')
    const { text } = await makeExport(await transcriptDocument(library, transcriptId), 'txt', {})
    expect(text).toContain('They live at [redacted], she said.')
    expect(JSON.stringify(await wholeDocument(library, transcriptId))).toContain('Zanzibarstreet')
    const undone = await opened('Zanzibarstreet', false)
    const document = await transcriptDocument(undone.library, undone.transcriptId)
    expect((await makeExport(document, 'txt', {})).text).toContain('They live at Zanzibarstreet, she said.')
    expect(redactedDocument(document)).toBe(document)
  })
})

it('the sound of a page is made anew for what is redacted, never taken as it was', async () => {
  const { library, transcriptId, recording, cacheFolder } = await opened('Zanzibarstreet')
  const { proxy } = soundFiles(cacheFolder, recording.id, 0)
  const made = films.fileOf('proxy.webm')
  await ffmpeg(lavfi('sine=duration=4'), ['-c:a', 'libopus', made])
  await mkdir(path.dirname(proxy), { recursive: true })
  await copyFile(made, proxy)
  const document = await transcriptDocument(library, transcriptId)
  const sound = await recordingSound({ library, cacheFolder }, document, { signal })
  if (sound === null || 'lost' in sound || sound.path === null) throw new Error('no sound')
  expect(path.basename(sound.path)).toMatch(/\.redacted-[0-9a-f]{16}\.webm$/u)
  const again = await recordingSound({ library, cacheFolder }, document, { signal })
  expect(again).toEqual(sound)
  // With another redaction, the first copy is deleted.
  const silences = [{ startMs: 0, endMs: 500 }]
  const other = await recordingSound({ library, cacheFolder }, { ...document, silences }, { signal })
  expect(other).not.toMatchObject({ path: sound.path })
  expect((await readdir(path.dirname(proxy))).filter((name) => name.includes('redacted'))).toHaveLength(1)
  const { transcript } = document
  expect(await recordingSound({ library, cacheFolder }, { transcript }, { signal })).toMatchObject({
    path: proxy,
  })
})
