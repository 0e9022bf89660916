import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { redactLastWord } from '#studio/job-kinds/testing/redact-last-word'
import type { Library } from '#studio/library/library'
import { openedService, temporaryFolder } from '#studio/testing/opened-service'
import { Terminal } from '../../terminal/terminal.ts'
import { runReview } from './run-review.ts'

/** A library where the last word is redacted once the page is being made. */
function redactingWhenMade(library: Library, transcriptId: string, isMade: () => boolean): Library {
  let redacted: Promise<void> | undefined
  return new Proxy(library, {
    get: (target, name, receiver) =>
      name === 'storedTranscript'
        ? async (id: string) => {
            if (isMade()) await (redacted ??= redactLastWord(target, transcriptId))
            return target.storedTranscript(id)
          }
        : (Reflect.get(target, name, receiver) as unknown),
  })
}

it('a page is not named after a word that is redacted while it is made', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'Elmwood by night.vtt')
  await writeFile(file, 'WEBVTT\n\n00:00.200 --> 00:00.900\nWe met at Elmwood\n')
  const { page, service } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: file })
  const [transcript] = await service.studio.library.transcriptsOf(recordingId)
  let said = ''
  const output = { stdout: { write: () => true }, stderr: { write: (text: string) => (said += text) } }
  // Its size is said before it is made.
  const isMade = () => said.includes('"type":"size"')
  const library = redactingWhenMade(service.studio.library, transcript?.id ?? '', isMade)
  const invocation = { verb: 'review', words: [recordingId], options: { out: folder, sound: 'none' } }
  const { signal } = new AbortController()
  const terminal = new Terminal('en', 'json', output)
  expect(await runReview({ ...service.studio, library }, terminal, invocation, signal)).toBe(0)
  const made = (await readdir(folder)).filter((name) => name.endsWith('.html'))
  expect(made).toEqual([expect.stringMatching(/^(?!.*Elmwood).* by night\.html$/u)])
  expect(await readFile(path.join(folder, made[0] ?? ''), 'utf8')).not.toContain('Elmwood')
})
