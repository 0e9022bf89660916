import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ScoredSpan, SpeakerTurn } from '../scoring/diarization-error.ts'
import type { EvalRecording } from './recordings.ts'

/** Who speaks when in a recording, annotated by hand. */
export interface TurnReference {
  readonly turns: readonly SpeakerTurn[]
  readonly scored: readonly ScoredSpan[]
  readonly speakers: number
}

const FOLDERS: readonly { readonly folder: string; readonly rttm: string; readonly uem: string | null }[] = [
  { folder: 'der/ami', rttm: 'ami.rttm', uem: 'ami.uem' },
  { folder: 'der/pyannote-sample', rttm: 'sample.rttm', uem: null },
]

/** The turns of a recording, or null if they were not annotated. Without a UEM the whole file is scored. */
export function readTurns(evaldata: string, recording: EvalRecording): TurnReference | null {
  const found = FOLDERS.find(({ folder }) => path.posix.dirname(recording.name) === folder)
  if (!found) return null
  const folder = path.join(evaldata, found.folder)
  const id = path.posix.parse(recording.name).name
  const rttm = path.join(folder, found.rttm)
  if (!existsSync(rttm)) return null
  const turns = parseRttm(readFileSync(rttm, 'utf8'), id)
  return {
    turns,
    scored: found.uem
      ? parseUem(readFileSync(path.join(folder, found.uem), 'utf8'), id)
      : [{ start: 0, end: recording.seconds }],
    speakers: new Set(turns.map((turn) => turn.speaker)).size,
  }
}

/** SPEAKER lines of one file: `SPEAKER file channel start length <NA> <NA> name …`. */
export function parseRttm(text: string, id: string): SpeakerTurn[] {
  return linesOf(text)
    .filter((line) => line[0] === 'SPEAKER' && line[1] === id)
    .map((line) => ({
      speaker: line[7] ?? '',
      start: Number(line[3]),
      end: Number(line[3]) + Number(line[4]),
    }))
}

/** Scored spans of one file: `file channel start end`. */
export function parseUem(text: string, id: string): ScoredSpan[] {
  return linesOf(text)
    .filter((line) => line[0] === id)
    .map((line) => ({ start: Number(line[2]), end: Number(line[3]) }))
}

const linesOf = (text: string): string[][] => text.split('\n').map((line) => line.trim().split(/\s+/u))
