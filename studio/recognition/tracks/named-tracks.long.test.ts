import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { trackOfWord } from '#core/tracks/track-ids'
import type { StartEngine } from '../../engine-link/engine-child.ts'
import { fakeAnswer, fakeEngine } from '../../engine-link/testing/fake-answers.ts'
import { openedService } from '../../testing/opened-service.ts'

/** Gives the second track different words from the first: identical simultaneous ones would be an echo. */
const engine: StartEngine = (listener) => {
  const child = fakeEngine(listener)
  return {
    ...child,
    send(call) {
      const { number, request } = call
      if (request.kind !== 'recognize' || !request.pcmPath.endsWith('track-1.pcm')) return child.send(call)
      const said = JSON.stringify(fakeAnswer(request)).replaceAll(' at', ' by')
      setImmediate(() => listener.message({ kind: 'done', number, result: JSON.parse(said) }))
    },
  }
}

it('files that were joined with names have a speaker each, of that name, without being asked for all tracks', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parolo-named-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { page, service } = await openedService(undefined, engine)
  const { library } = service.studio
  const window = page()
  window.watch()
  const recordingIds: string[] = []
  for (const [name, hertz] of [
    ['anna', 440],
    ['ben', 880],
  ]) {
    const file = path.join(folder, `${name}.wav`)
    const source = `sine=frequency=${hertz}:duration=4:sample_rate=16000`
    await promisify(execFile)('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, file])
    recordingIds.push((await window.call('recordings.add', { path: file })).recordingId)
  }
  const { recordingId } = await window.call('recordings.join', {
    recordingIds,
    order: 'together',
    names: ['Anna', 'Ben'],
  })
  expect(await window.call('recordings.get', { recordingId })).toMatchObject({
    title: 'Anna, Ben',
    audioTracks: 2,
    hasOwnTracks: true,
  })
  const { jobId } = await window.call('jobs.start', { recordingId, settings: { language: 'en' } })
  await window.event(({ kind, touched }) => kind === 'job-finished' && touched.jobId === jobId)
  const [made] = await library.transcriptsOf(recordingId)
  const { speakers, paragraphs, run } = await library.transcript(made?.id ?? '')
  expect(run.settings).toMatchObject({ tracks: 'all' })
  expect(speakers.map(({ name }) => name)).toEqual(['Anna', 'Ben'])
  const tracks = paragraphs.map(({ speakerId, words }) => [speakerId, trackOfWord(words[0]?.id ?? '')])
  expect(new Set(tracks.map(String))).toEqual(new Set(['s1,0', 's2,1']))
})
