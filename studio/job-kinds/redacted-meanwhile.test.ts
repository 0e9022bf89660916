import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { JobRecord, Library } from '../library/library.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { reviewPageKind } from './review-page.ts'
import { redactLastWord } from './testing/redact-last-word.ts'

const vtt = 'WEBVTT\n\n00:00.200 --> 00:00.900\n<v Anna>We met at Elmwood\n'

/** A library where something is done each time when the text of a page was read. */
function whenRead(library: Library, then: () => Promise<void>): Library {
  return new Proxy(library, {
    get: (target, name, receiver) =>
      name === 'storedTranscript'
        ? async (transcriptId: string) => {
            await then()
            return target.storedTranscript(transcriptId)
          }
        : (Reflect.get(target, name, receiver) as unknown),
  })
}

async function opened() {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'talk.vtt'), vtt)
  const { page, service } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const { transcript } = await page().call('recordings.get', { recordingId })
  const transcriptId = transcript?.id ?? ''
  const output = path.join(folder, 'page.html')
  const wanted = {
    reviewSound: 'none',
    speakerId: null,
    reviewer: '',
    language: 'en',
    fileName: 'x',
  } as const
  const settings = { ...wanted, transcriptId, request: 'r', path: output }
  const write = async (then: (library: Library) => Promise<void>): Promise<string> => {
    const { library } = service.studio
    const kind = reviewPageKind({
      ...service.studio,
      library: whenRead(library, () => then(library)),
      isLowPriority: () => false,
    })
    const job = { id: 'j', recordingId, settings } as unknown as JobRecord
    await kind.run({ job, lease: 1, signal: new AbortController().signal, report: () => undefined })
    return readFile(output, 'utf8')
  }
  return { folder, transcriptId, write }
}

it('a file does not have what is redacted while it is made', async () => {
  const { write, transcriptId, folder } = await opened()
  let isDone = false
  const text = await write(async (library) => {
    if (!isDone) await redactLastWord(library, transcriptId)
    isDone = true
  })
  expect(text).toContain('met')
  expect(text).not.toContain('Elmwood')
  expect((await readdir(folder)).toSorted()).toEqual(['page.html', 'talk.vtt'])
})

it('a file is made once where something else changes meanwhile', async () => {
  const { write, transcriptId } = await opened()
  let [reads, more] = [0, 0]
  await write(() => Promise.resolve(void (reads += 1)))
  const text = await write(async (library) => {
    more += 1
    const speakerId = (await library.transcript(transcriptId)).speakers[0]?.id ?? ''
    const edit = { kind: 'rename-speaker', id: `e${more}`, speakerId, name: `Ann ${more}` } as const
    await library.applyEdits(transcriptId, [edit], { baseNumber: more - 1, stepId: `s${more}` })
  })
  expect(text).toContain('Elmwood')
  expect(more).toBe(reads)
})
