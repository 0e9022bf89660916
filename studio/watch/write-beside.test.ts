import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { redactLastWord } from '../job-kinds/testing/redact-last-word.ts'
import type { Library } from '../library/library.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { writeBeside } from './write-beside.ts'

/** A library where the last word is redacted after the text was read. */
function redactingOnce(library: Library, transcriptId: string): Library {
  let redacted: Promise<void> | undefined
  return new Proxy(library, {
    get: (target, name, receiver) =>
      name === 'settings'
        ? async () => {
            await (redacted ??= redactLastWord(target, transcriptId))
            return target.settings()
          }
        : (Reflect.get(target, name, receiver) as unknown),
  })
}

it('what is redacted while files beside a recording are made is in none of them', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'talk.vtt')
  await writeFile(file, 'WEBVTT\n\n00:00.200 --> 00:00.900\nWe met at Elmwood\n')
  const { page, service } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: file })
  const [transcript] = await service.studio.library.transcriptsOf(recordingId)
  if (transcript === undefined) throw new Error('no transcript')
  const { size: bytes, mtimeMs } = await stat(file)
  const waiting = {
    key: 'k',
    bytes,
    mtimeMs: Math.round(mtimeMs),
    state: 'waiting' as const,
    error: null,
    path: 'talk.vtt',
    recordingId,
    folder: { id: 'f', path: folder, formats: ['srt', 'txt'] },
  }
  const library = redactingOnce(service.studio.library, transcript.id)
  const { signal } = new AbortController()
  await writeBeside({ ...service.studio, library }, waiting, transcript, signal)
  expect((await readdir(folder)).toSorted()).toEqual(['talk.srt', 'talk.txt', 'talk.vtt'])
  for (const name of ['talk.srt', 'talk.txt']) {
    const text = await readFile(path.join(folder, name), 'utf8')
    expect(text).toContain('We met at')
    expect(text).not.toContain('Elmwood')
  }
})
