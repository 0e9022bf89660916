import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { refuseNewRedactions } from '../export/newest-redactions.ts'
import { redactLastWord } from '../job-kinds/testing/redact-last-word.ts'
import type { Library } from '../library/library.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import type { CallOptions } from './call-options.ts'
import { exportApi } from './exports.ts'

async function opened() {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'talk.vtt'), 'WEBVTT\n\n00:00.200 --> 00:00.900\nWe met at Elmwood\n')
  const { page, service } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const transcriptId = (await page().call('recordings.get', { recordingId })).transcript?.id ?? ''
  return { studio: service.studio, transcriptId, recordingId }
}

/** A library where a word is redacted when the text was read, before the facts of its recording are. */
function redactingOnce(library: Library, transcriptId: string): Library {
  let redacted: Promise<void> | undefined
  return new Proxy(library, {
    get: (target, name, receiver) =>
      name === 'recording'
        ? async (id: string) => {
            await (redacted ??= redactLastWord(target, transcriptId))
            return target.recording(id)
          }
        : (Reflect.get(target, name, receiver) as unknown),
  })
}

it('a page that may have sound is made again with what is redacted meanwhile', async () => {
  const { studio, transcriptId } = await opened()
  const { make } = exportApi({ ...studio, library: redactingOnce(studio.library, transcriptId) })
  const call: CallOptions = { language: 'en', locale: 'en-GB', signal: new AbortController().signal }
  const { base64 } = await make({ transcriptId, format: 'html', options: { sound: true } }, call)
  const text = Buffer.from(base64, 'base64').toString()
  expect(text).toContain('We met at')
  expect(text).not.toContain('Elmwood')
})

it('a command that read its document before refuses to write it', async () => {
  const { studio, transcriptId, recordingId } = await opened()
  const of = { currentOf: recordingId }
  const check = await refuseNewRedactions(studio.library, of, 'talk.vtt')
  await check()
  await redactLastWord(studio.library, transcriptId)
  await expect(check()).rejects.toMatchObject({
    code: 'export.redacted-meanwhile',
    values: { file: 'talk.vtt' },
  })
})
