import path from 'node:path'
import { stat } from 'node:fs/promises'
import type { RunningCard } from '#contracts/calls/recorder'
import { FRAMES_PER_MS } from '#core/recording/block'
import { codeOf } from '../faults/error-code.ts'
import type { Recorder } from './recorder.ts'
import type { RunningRecording } from './running-recording.ts'
import { BYTES_PER_FRAME, WAV_HEADER_BYTES } from './wav-header.ts'
import { type WrittenRecording, writtenRecordings } from './written-recordings.ts'

/** Recordings in progress in the library, by this program and other live ones, oldest first. */
export async function runningCards(recorder: Recorder, dataFolder: string): Promise<RunningCard[]> {
  const own = new Map(recorder.all.map((running) => [running.id, running]))
  const written = await writtenRecordings(dataFolder)
  const others = written.filter(({ id, isAlive }) => isAlive && !own.has(id))
  const cards = [...[...own.values()].map(ownCard), ...(await Promise.all(others.map(otherCard)))]
  return cards.toSorted((a, b) => a.startedAtMs - b.startedAtMs)
}

/** A recording written by another live program, from its journal and the length of its files. */
export async function otherCard({ id, folder, state }: WrittenRecording): Promise<RunningCard> {
  const { start, title, consent, moments, isPaused, stopped } = state
  const lengths = await Promise.all(state.parts.map((files) => lengthMs(folder, files)))
  return {
    runningId: id,
    title,
    language: start.language,
    people: start.people,
    type: start.type,
    state: stopped !== null ? 'finishing' : isPaused ? 'paused' : 'recording',
    elsewhere: true,
    isAttended: true,
    startedAtMs: start.atMs,
    durationMs: Math.max(0, ...lengths),
    safeMs: Math.max(0, ...lengths),
    sources: start.sources.map((source, index) => ({
      ...source,
      nextSequence: 0,
      safeMs: lengths[index] ?? 0,
    })),
    consent,
    moments: [...moments],
    roomMinutes: null,
    stopReason: stopped?.reason ?? null,
    finished: null,
  }
}

function ownCard(running: RunningRecording): RunningCard {
  const { id, options, writer, title, consent, moments, devices, stopReason, finished } = running
  const { language, people, type, atMs, sources, liveText = false } = options
  const safe = writer.safe.map(({ frames }) => Math.floor(frames / FRAMES_PER_MS))
  const { secondsLeft } = writer
  return {
    runningId: id,
    title,
    language,
    people,
    type,
    state: finished !== null ? 'finishing' : writer.isPaused ? 'paused' : 'recording',
    elsewhere: false,
    isAttended: running.channels.size > 0,
    startedAtMs: atMs,
    durationMs: Math.floor(writer.frames / FRAMES_PER_MS),
    safeMs: Math.min(...safe),
    liveText,
    sources: sources.map((source, index) => ({
      ...source,
      device: devices[index] ?? source.device,
      nextSequence: writer.nextSequence(index),
      safeMs: safe[index] ?? 0,
    })),
    consent,
    moments: [...moments.values()].toSorted((a, b) => a.atMs - b.atMs),
    roomMinutes: secondsLeft === null ? null : Math.floor(secondsLeft / 60),
    stopReason,
    finished,
  }
}

async function lengthMs(folder: string, files: readonly string[]): Promise<number> {
  let bytes = 0
  for (const file of files) {
    try {
      bytes += Math.max(0, (await stat(path.join(folder, file))).size - WAV_HEADER_BYTES)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return Math.floor(bytes / BYTES_PER_FRAME / FRAMES_PER_MS)
}
