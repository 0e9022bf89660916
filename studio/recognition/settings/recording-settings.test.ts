import { expect, it } from 'vitest'
import { newRecording, openedLibrary } from '../../library/testing/fixtures.ts'
import { recordingSettings } from './recording-settings.ts'

const settings = { language: 'en', model: 'm', speakers: null, quick: false, track: 0 } as const

it('a recording made of several tracks is transcribed with all of them, a trimmed one in its part', async () => {
  const library = await openedLibrary()
  const tracks = ['Ada', 'Ben'].map((speaker, index) => ({
    index,
    codec: 'flac',
    channels: 1,
    sampleRate: 48_000,
    speaker,
  }))
  const media = { container: 'matroska', hasVideo: false, tracks }
  const { id } = await library.addRecording(newRecording('call', { media }))
  expect(await recordingSettings(library, id, {}, settings)).toEqual({ ...settings, tracks: 'all' })
  expect(await recordingSettings(library, id, { track: 0 }, settings)).toEqual(settings)
  await library.setTrim(id, { startMs: 0, endMs: 5_000 })
  const trimmed = await recordingSettings(library, id, {}, settings)
  expect(trimmed).toEqual({ ...settings, tracks: 'all', toMs: 5_000 })
  await library.setTrim(id, { startMs: 1_000, endMs: 5_000 })
  expect(await recordingSettings(library, id, { track: 0 }, settings)).toEqual({
    ...settings,
    fromMs: 1_000,
    toMs: 5_000,
  })
  // A request for another part gets that part.
  const asked = { track: 0, fromMs: 0 }
  expect(await recordingSettings(library, id, asked, settings)).toEqual(settings)
})

it('a file of somebody else with several tracks is transcribed as it always was', async () => {
  const library = await openedLibrary()
  const tracks = [0, 1].map((index) => ({ index, codec: 'aac', channels: 2, sampleRate: 48_000 }))
  const media = { container: 'mov', hasVideo: true, tracks }
  const { id } = await library.addRecording(newRecording('film', { media }))
  expect(await recordingSettings(library, id, {}, settings)).toEqual(settings)
})
