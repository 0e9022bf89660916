import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { FRAMES_PER_MS, type SoundBlock } from '#core/recording/block'
import type { StartEntry } from '#core/recording/journal-entry'
import { newRunningId, recordingsFolder } from '../recording-folder.ts'

export const START_MS = 1_800_000_000_000
/** Frames of a block, 50 ms. */
export const BLOCK_FRAMES = 2_400

export async function dataFolderForTest(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo recorder '))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function startEntry(changes: Partial<StartEntry> = {}): StartEntry {
  return {
    kind: 'start',
    version: 1,
    id: newRunningId(START_MS),
    title: 'Garden committee',
    language: 'en',
    people: 3,
    type: 'meeting',
    sources: [
      { name: 'Me', role: 'microphone', device: 'mic' },
      { name: 'Others', role: 'system', device: 'speakers.monitor' },
    ],
    atMs: START_MS,
    ...changes,
  }
}

export function folderOf(dataFolder: string, id: string): string {
  return path.join(recordingsFolder(dataFolder), id)
}

/** Block number `sequence` of its source's own tone: 440 Hz, 880 Hz, … */
export function toneBlock(source: number, sequence: number): SoundBlock {
  const firstFrame = sequence * BLOCK_FRAMES
  return {
    source,
    run: 0,
    sequence,
    firstFrame,
    atMs: START_MS + firstFrame / FRAMES_PER_MS,
    samples: Int16Array.from({ length: BLOCK_FRAMES }, (_, index) => toneAt(source, firstFrame + index)),
  }
}

export function toneAt(source: number, frame: number): number {
  return Math.round(9_000 * Math.sin((2 * Math.PI * 440 * (source + 1) * frame) / 48_000))
}

/** Blocks of both sources, in order. */
export function toneBlocks(from: number, to: number): SoundBlock[] {
  return Array.from({ length: to - from }, (_, index) => from + index).flatMap((sequence) => [
    toneBlock(0, sequence),
    toneBlock(1, sequence),
  ])
}
