import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CallInput, CallOutput } from '#contracts/calls/calls'
import { calls } from '#contracts/calls/calls'
import { planChunks } from '#core/chunks/plan'
import { chunkSpans } from '#core/chunks/chunk-spans'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { type Region, regionsFromWindows } from '#core/regions/regions'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import { diarizePieces } from '#core/speakers/diarize'
import { makePieces } from '#core/speakers/pieces'
import { stitch } from '#core/windows/stitch'
import { HOP_SAMPLES, planSpeechWindows, planWindows } from '#core/windows/windows'
import { goldenResults, goldens, goldenWindows } from '#core/speakers/testing/golden'
import type { SpeakerSegment } from '#core/transcript/transcript'
import { Checkpoints } from '../recognition/checkpoints.ts'
import { StoredDecodes } from '../recognition/results/decodes.ts'
import type { Pass } from '../models/model-config.ts'
import { readPieces } from '../recognition/results/pieces.ts'
import { type WindowKind, windowKey } from '../recognition/results/windows.ts'
import {
  newRecording,
  openedLibrary,
  paragraph,
  speaker,
  temporaryFolder,
} from '../library/testing/fixtures.ts'
import { modelIdentity, modelSha256 } from '../models/model-store.ts'
import { soundFiles } from '../sound/decode.ts'
import { modelStore } from '../studio.ts'
import { transcriptApi } from './transcripts.ts'

/** A recorded conversation of two people, with the models' results. */
const golden = goldens.find(({ name }) => name.startsWith('conversation')) ?? goldens[0]!
const scene = goldenResults(golden)
const options = { signal: new AbortController().signal, language: 'en' } as const
const turnsOf = (speakers: number | null): SpeakerSegment[] =>
  diarizePieces({ ...scene, speakers }).turns.map(({ speaker: voice, startMs, endMs }) => ({
    speakerId: `s${voice + 1}`,
    startMs,
    endMs,
  }))

/** A transcript of that conversation with one paragraph per turn, in a library without checkpoints. */
async function opened() {
  const folder = temporaryFolder()
  const library = await openedLibrary(folder)
  const models = modelStore(folder)
  const [recognizer, segmentation, embedding] = await Promise.all([
    models.find('whisper-base-beam5'),
    models.find('pyannote-segmentation-3.0'),
    models.find('campplus-sv-zh-en-common-advanced'),
  ])
  const recording = await library.addRecording(newRecording('talk'))
  const { sampleCount } = golden
  const track = { recordingId: recording.id, index: 0, sampleCount, pcmSha256: 'pcm', codec: 'opus' }
  await library.saveTrack({ ...track, durationMs: Math.round(sampleCount / 16) })
  const request = { recordingId: recording.id, kind: 'transcribe', settings: {}, settingsKey: 'k' } as const
  const job = await library.requestJob(request)
  const claim = await library.claimJob(job.id, library.self)
  if (!('lease' in claim)) throw new Error('not claimed')
  const { id } = await library.startTranscript({
    recordingId: recording.id,
    jobId: job.id,
    language: 'en',
    settingsKey: 'k',
    run: {
      program: 'parolo',
      version: '0',
      models: [
        modelIdentity(recognizer, 'recogniser'),
        modelIdentity(segmentation, 'segmentation'),
        modelIdentity(embedding, 'embedding'),
      ],
      settings: { track: 0 },
    },
  })
  const turns = turnsOf(null)
  await library.saveSpeakersAndTurns(id, [speaker('s1', 'Ada'), speaker('s2', null, 1)], turns, [])
  await library.putParagraphs(
    id,
    turns.map((turn, index) =>
      paragraph(`p${index}`, 'so it was', turn.startMs, { speakerId: turn.speakerId }),
    ),
  )
  await library.finishTranscript(id)
  const cacheFolder = join(folder, 'cache')
  const api = transcriptApi({ library, models, cacheFolder })
  const checkpoints = new Checkpoints(library, claim.lease, 'pcm')
  const pcm = soundFiles(cacheFolder, recording.id, 0).pcm
  return { api, library, id, checkpoints, pcm, models: { recognizer, segmentation, embedding } }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** `plan`: the windows to save; default: those of that kind. */
async function saveWindows(
  { checkpoints, models }: Opened,
  kind: WindowKind,
  plan = kind === 'speaker-window' ? planWindows : planSpeechWindows,
) {
  const raw = golden.raw[kind === 'speaker-window' ? 'plain' : 'lifted']
  const model = modelSha256(models.segmentation.entry)
  const spans = plan({ startSample: 0, endSample: golden.sampleCount })
  for (const span of spans) {
    const text = JSON.stringify(raw[span.startSample / HOP_SAMPLES] ?? [])
    await checkpoints.save(kind, windowKey(checkpoints, span, model), text)
  }
}

/** Speech regions from the golden's windows that lie in `plan`. */
function goldenRegions(plan = planSpeechWindows): Region[] {
  const starts = plan({ startSample: 0, endSample: golden.sampleCount }).map(({ startSample }) => startSample)
  const windows = goldenWindows(golden, 'lifted').filter(({ startSample }) => starts.includes(startSample))
  return regionsFromWindows(windows, golden.sampleCount)
}

async function savePieces({ checkpoints, models }: Opened) {
  const pieces = makePieces(stitch(scene.windows, scene.sampleCount))
  const range = { startSample: 0, endSample: scene.sampleCount }
  const results = await readPieces(checkpoints, pieces, range, modelSha256(models.embedding.entry))
  for (const [index, { key }] of results.entries()) {
    const vector = scene.embeddings[index]
    if (vector) await checkpoints.save('piece', key, new Uint8Array(vector.buffer))
  }
}

/** Validates calls like the router: input and output match the contract. */
function caller({ api }: Opened) {
  return async <Verb extends keyof typeof calls.transcripts>(
    verb: Verb,
    input: CallInput<`transcripts.${Verb}`>,
  ): Promise<CallOutput<`transcripts.${Verb}`>> => {
    const { in: shape, out } = calls.transcripts[verb]
    const answer = await (api[verb] as (input: unknown, asked: typeof options) => Promise<unknown>)(
      shape.parse(input),
      options,
    )
    expect(out.parse(answer)).toEqual(answer)
    return answer as CallOutput<`transcripts.${Verb}`>
  }
}

describe('get, update, edit, undo, redo', () => {
  it('go through to the library', async () => {
    const parts = await opened()
    const call = caller(parts)
    const transcriptId = parts.id
    const state = await call('get', { transcriptId })
    expect(state).toMatchObject({ id: transcriptId, state: 'done', editNumber: 0, undo: null })
    const edit = { kind: 'rename-speaker', id: 'e1', speakerId: 's2', name: 'Ben' } as const
    const outcome = await call('edit', { transcriptId, edits: [edit], baseNumber: 0, stepId: 'step' })
    expect(outcome).toMatchObject({ asSent: true, undo: { stepId: 'step', kind: 'rename-speaker' } })
    expect(await call('undo', { transcriptId, id: 'u' })).toMatchObject({ redo: { stepId: 'u' } })
    expect(await call('undo', { transcriptId, id: 'u2' })).toBeNull()
    expect(await call('redo', { transcriptId, id: 'r' })).toMatchObject({ undo: { stepId: 'r' } })
    const update = await call('update', { transcriptId, paragraphIds: ['p1'] })
    expect(update.paragraphs.map((each) => each.id)).toEqual(['p1'])
    expect(update.order).toEqual(state.paragraphs.map((each) => each.id))
    expect(update.speakers[1]?.name).toBe('Ben')
  })

  it('say what is wrong', async () => {
    const call = caller(await opened())
    await expect(call('get', { transcriptId: 'none' })).rejects.toMatchObject({
      code: 'recording.no-transcript',
    })
  })
})

describe('recount', () => {
  it('counts from what was heard: to one and back to as many as there are, names and all', async () => {
    const parts = await opened()
    await saveWindows(parts, 'speaker-window')
    await savePieces(parts)
    const call = caller(parts)
    const transcriptId = parts.id
    const one = await call('recount', { transcriptId, id: 'c1', speakers: 1 })
    expect(one).toMatchObject({ editNumber: 1, refused: [], undo: { kind: 'count-speakers' } })
    const alone = await parts.library.transcript(transcriptId)
    expect(alone.speakers).toHaveLength(1)
    expect(alone.speakers[0]?.name).toBe('Ada')
    expect(new Set(alone.paragraphs.map((each) => each.speakerId)).size).toBe(1)
    await call('recount', { transcriptId, id: 'c2', speakers: null })
    const both = await parts.library.transcript(transcriptId)
    expect(both.speakers).toHaveLength(2)
    const renamed = new Map([[both.turns[0]?.speakerId, 's1']])
    expect(both.turns.map((turn) => ({ ...turn, speakerId: renamed.get(turn.speakerId) ?? 's2' }))).toEqual(
      turnsOf(null),
    )
    // A request repeated after a lost connection is answered without being applied twice.
    expect(await call('recount', { transcriptId, id: 'c2', speakers: null })).toMatchObject({ editNumber: 2 })
  })

  it('leaves the speaker of a paragraph that a person assigned, as long as that is not undone', async () => {
    const parts = await opened()
    await saveWindows(parts, 'speaker-window')
    await savePieces(parts)
    const call = caller(parts)
    const transcriptId = parts.id
    const assign = {
      kind: 'assign-speaker',
      id: 'a',
      target: { paragraphId: 'p0' },
      speakerId: 's2',
    } as const
    const speakerOf = async (paragraphId: string) =>
      (await parts.library.transcript(transcriptId)).paragraphs.find((each) => each.id === paragraphId)
        ?.speakerId
    await call('edit', { transcriptId, edits: [assign], baseNumber: 0 })
    await call('recount', { transcriptId, id: 'c1', speakers: null })
    expect(await speakerOf('p0')).toBe('s2')
    await call('undo', { transcriptId, id: 'u1' })
    await call('undo', { transcriptId, id: 'u2' })
    await call('recount', { transcriptId, id: 'c2', speakers: null })
    expect(await speakerOf('p0')).toBe('s1')
  })

  it('says so where nothing is left of what was heard', async () => {
    const parts = await opened()
    const call = caller(parts)
    const asked = { transcriptId: parts.id, id: 'c', speakers: 2 }
    await expect(call('recount', asked)).rejects.toMatchObject({ code: 'speakers.no-pieces' })
    await saveWindows(parts, 'speaker-window')
    await expect(call('recount', asked)).rejects.toMatchObject({ code: 'speakers.no-pieces' })
    expect(await parts.library.edits(parts.id)).toEqual([])
  })
})

const timesOf = ({ startSample, endSample }: Region) => ({
  startMs: Math.round(startSample / 16),
  endMs: Math.round(endSample / 16),
})

describe('evidence', () => {
  async function evidenceOf(parts: Opened): Promise<DoubtEvidence> {
    const { evidence } = await caller(parts)('evidence', { transcriptId: parts.id })
    return JSON.parse(evidence) as DoubtEvidence
  }

  it('tells no more than the checkpoints do', async () => {
    const parts = await opened()
    expect(await evidenceOf(parts)).toEqual({})
    await saveWindows(parts, 'region-window')
    expect(await evidenceOf(parts)).toEqual({ regions: goldenRegions().map(timesOf) })
  })

  it('tells where an earlier version heard speech, which used all windows', async () => {
    expect(goldenRegions(planWindows)).not.toEqual(goldenRegions())
    const parts = await opened()
    await saveWindows(parts, 'region-window', planWindows)
    expect(await evidenceOf(parts)).toEqual({ regions: goldenRegions(planWindows).map(timesOf) })
  })

  it('tells the other reading of a chunk and why one was read again', async () => {
    const parts = await opened()
    const { checkpoints, models, pcm } = parts
    await saveWindows(parts, 'region-window')
    mkdirSync(dirname(pcm), { recursive: true })
    writeFileSync(pcm, new Uint8Array(golden.sampleCount * 2))
    const regions = goldenRegions()
    const silence = (_start: number, count: number) => new Float32Array(count)
    const chunks = planChunks(regions, silence, models.recognizer.entry.chunks)
    const spans = chunkSpans(chunks, { startSample: 0, endSample: golden.sampleCount })
    const save = async (pass: Pass, index: number, text: string) => {
      const stored = new StoredDecodes(checkpoints, models.recognizer, 'en', pass)
      const span = (pass === 'first' ? spans.narrow : spans.wide)[index]!
      await stored.save(span, { text, tokens: [], timestamps: [] })
    }
    await save('first', 0, 'so it was')
    await save('second', 0, 'sow it was not')
    await save('first', 1, 'no no no no no')
    const { chunks: reported } = await evidenceOf(parts)
    expect(reported).toHaveLength(chunks.length)
    expect(reported?.[0]).toMatchObject({ readings: 2, otherTexts: ['so it was', 'sow it was not'] })
    expect(reported?.[1]).toMatchObject({ retried: 'repetition' })
    expect(reported?.[1]).not.toHaveProperty('otherTexts')
  })

  it('stays with a finished transcript when sound and passages are gone', async () => {
    const parts = await opened()
    await saveWindows(parts, 'region-window')
    mkdirSync(dirname(parts.pcm), { recursive: true })
    writeFileSync(parts.pcm, new Uint8Array(golden.sampleCount * 2))
    const reported = await evidenceOf(parts)
    expect(reported.chunks?.length).toBeGreaterThan(0)
    rmSync(parts.pcm)
    expect(await evidenceOf(parts)).toEqual(reported)
  })
})

describe('voices', () => {
  it('compares what was heard with the speakers as they are now', async () => {
    const parts = await opened()
    const call = caller(parts)
    const transcriptId = parts.id
    expect(await call('voices', { transcriptId })).toEqual({ voices: null })
    await saveWindows(parts, 'speaker-window')
    await savePieces(parts)
    const voicesNow = async () => {
      const { voices } = await call('voices', { transcriptId })
      return JSON.parse(voices ?? 'null') as ReviewEvidence
    }
    const { voices, decided } = await voicesNow()
    expect(decided).toEqual([])
    expect(voices.map(({ speakerIds }) => speakerIds)).toEqual([['s1', 's2']])
    const pieces = voices.flatMap((heard) => heard.pieces)
    expect(pieces.length).toBeGreaterThan(15)
    const right = pieces.filter(
      ({ speaker: own, similarities }) => (similarities[own] ?? 0) > (similarities[1 - own] ?? 0),
    )
    expect(right.length / pieces.length).toBeGreaterThan(0.9)
    expect(voices.flatMap(({ alike }) => alike)).toEqual([])
    const assign = {
      kind: 'assign-speaker',
      id: 'a',
      target: { paragraphId: 'p0' },
      speakerId: 's2',
    } as const
    await call('edit', { transcriptId, edits: [assign], baseNumber: 0 })
    const after = await voicesNow()
    expect(after.decided).toEqual(['p0'])
    expect(after.voices[0]?.pieces[0]?.speaker).toBe(after.voices[0]?.speakerIds.indexOf('s2'))
    const { evidence } = await call('evidence', { transcriptId })
    expect((JSON.parse(evidence) as DoubtEvidence).speakers).toEqual(after)
  })
})
