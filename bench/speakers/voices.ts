import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PCM_RATE, samplesFromPcm } from '#core/sound/pcm'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import type { SpeakerRecording } from './speaker-recordings.ts'
import type { Voice } from './made-rooms.ts'

/**
 * Files of the open set by reader; one reader for each language of FLEURS, as the others may be the same
 * person.
 */
const READERS: Readonly<Record<string, readonly string[]>> = {
  jfk: ['wer/jfk/jfk.flac'],
  acoustic: ['wer/mfa/acoustic_corpus.wav'],
  cold: ['wer/mfa/cold_corpus3.wav'],
  dickens: ['wer/moonshine/two_cities_16k.wav'],
  austen: ['0870', '0880', '0890', '0920', '0930'].map(
    (part) => `wer/pocketsphinx/sense_and_sensibility_01_austen_64kb-${part}.wav`,
  ),
  de: ['wer/fleurs/fleurs-de-000.ogg'],
  en: ['wer/fleurs/fleurs-en-000.ogg'],
  es: ['wer/fleurs/fleurs-es-001.ogg'],
  fr: ['wer/fleurs/fleurs-fr-001.ogg'],
  pt: ['wer/fleurs/fleurs-pt-000.ogg'],
}
/** With more speech of one voice it would be the only one at the end of a room. */
const MAX_SECONDS = 30
const FRAME = PCM_RATE / 50
const PAUSE_FRAMES = 10
const MIN_FRAMES = 25
/** Nobody speaks this many dB below the highest frames. */
const QUIET_DB = 32

/** The readers in the open set. */
export async function readersOf(
  evaldata: string,
  folder: string,
  mostSeconds = MAX_SECONDS,
): Promise<Voice[]> {
  const voices: Voice[] = []
  for (const [name, files] of Object.entries(READERS)) {
    const sounds: Float32Array[] = []
    for (const file of files) sounds.push(await soundOf(path.join(evaldata, file), folder))
    voices.push({ name, stretches: atMost(sounds.flatMap(stretchesOf), mostSeconds) })
  }
  return voices
}

/**
 * The voices of recordings with known turns, each where it speaks alone; a voice in two recordings is used
 * once.
 */
export async function sampleVoices(
  samples: readonly SpeakerRecording[],
  folder: string,
  mostSeconds = MAX_SECONDS,
): Promise<Voice[]> {
  const voices = new Map<string, Voice>()
  for (const { path: file, turns, voiceOf } of samples) {
    const sound = await soundOf(file, folder)
    for (const [speaker, own] of Map.groupBy(turns, (turn) => turn.speaker)) {
      const alone = own.filter((turn) =>
        turns.every((other) => other === turn || other.end <= turn.start || other.start >= turn.end),
      )
      const cut = alone.map(({ start, end }) =>
        sound.subarray(Math.round(start * PCM_RATE), Math.round(end * PCM_RATE)),
      )
      const name = voiceOf.get(speaker) ?? speaker
      if (!voices.has(name))
        voices.set(name, { name, stretches: atMost(cut.flatMap(stretchesOf), mostSeconds) })
    }
  }
  return [...voices.values()]
}

async function soundOf(file: string, folder: string): Promise<Float32Array> {
  const pcm = path.join(folder, 'voice.pcm')
  await decodeToPcm(file, pcm)
  return samplesFromPcm(readFileSync(pcm))
}

function atMost(stretches: readonly Float32Array[], mostSeconds: number): Float32Array[] {
  let seconds = 0
  return stretches.filter(({ length }) => (seconds += length / PCM_RATE) <= mostSeconds)
}

/** Speech between pauses of 0.2 s, without them. */
function stretchesOf(sound: Float32Array): Float32Array[] {
  const levels = Array.from({ length: Math.floor(sound.length / FRAME) }, (_, frame) =>
    levelOf(sound.subarray(frame * FRAME, (frame + 1) * FRAME)),
  )
  const loud = levels.toSorted((a, b) => a - b)[Math.floor(levels.length * 0.95)] ?? 0
  const spoken = levels.map((level) => level > loud - QUIET_DB)
  const found: Float32Array[] = []
  let from = -1
  let last = -1
  for (const [frame, isSpoken] of [
    ...spoken,
    ...Array.from({ length: PAUSE_FRAMES + 1 }, () => false),
  ].entries()) {
    if (isSpoken) {
      if (from < 0) from = frame
      last = frame
    } else if (from >= 0 && frame - last >= PAUSE_FRAMES) {
      if (last - from >= MIN_FRAMES) found.push(sound.subarray(from * FRAME, (last + 1) * FRAME))
      from = -1
    }
  }
  return found
}

function levelOf(frame: Float32Array): number {
  const power = frame.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, frame.length)
  return 10 * Math.log10(power + 1e-10)
}
