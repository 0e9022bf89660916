import { expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import { ownRecording } from '../storage/testing/own-recording.ts'
import { localDay } from '../storage/local-day.ts'
import { storageApi } from './room.ts'

const options = { signal: new AbortController().signal, language: 'en' as const }

it('what takes up room is listed by kind and recording, and what a deletion would delete', async () => {
  const { parts, library, recording, finish } = await ownRecording()
  const api = storageApi(parts)
  const { id: recordingId, title } = recording
  expect(calls.room.sound.out.parse(await api.sound({ recordingId }, options))).toEqual({
    isOwn: true,
    hasVideo: false,
    hasText: false,
    soundBytes: 1_000,
    preparedBytes: 230,
    films: 0,
    rememberedVoices: [],
  })
  await finish()
  await api.planDeletion({ recordingId, day: '2999-01-01' }, options)
  const room = calls.room.overview.out.parse(await api.overview({}, options))
  expect(room).toMatchObject({ soundBytes: 1_000, preparedBytes: 200, filmBytes: 30, modelBytes: 0 })
  expect(room.databaseBytes).toBeGreaterThan(0)
  expect(room.freeBytes).toBeGreaterThan(0)
  expect(room.recordings).toEqual([
    {
      recordingId,
      title,
      soundBytes: 1_000,
      preparedBytes: 200,
      filmBytes: 30,
      resultBytes: 0,
      dueOn: '2999-01-01',
      deletionDueOn: null,
    },
  ])
  await api.deletePrepared({ recordingId }, options)
  expect((await api.overview({}, options)).recordings).toMatchObject([{ preparedBytes: 0, filmBytes: 0 }])
  await api.planDeletion({ recordingId, day: null }, options)
  await api.deleteSound({ recordingId }, options)
  expect((await library.card(recordingId)).soundDeletion?.deletedOn).toBe(localDay(Date.now()))
  expect((await api.overview({}, options)).recordings).toEqual([])
})

it('results of models count for the recording whose sound they were computed from', async () => {
  const { parts, library, recording } = await ownRecording()
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  const claim = await library.claimJob(job.id, library.self)
  if (!('lease' in claim)) throw new Error('the job was not free')
  await library.saveChunk(claim.lease, 'words', 'a', 'pcm', '{"é":1}')
  await library.saveChunk(claim.lease, 'piece', 'b', 'pcm', new Uint8Array(40))
  const { recordings, resultBytes } = await storageApi(parts).overview({}, options)
  expect(resultBytes).toBe(48)
  expect(recordings).toMatchObject([{ resultBytes: 48 }])
})
