import fc from 'fast-check'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { SoundBlock } from '#core/recording/block'
import { partName } from '../recording-folder.ts'
import { START_MS, startEntry } from '../testing/running.ts'
import { BYTES_PER_FRAME, WAV_HEADER_BYTES } from '../wav-header.ts'
import type { SafeSound } from '../writer-options.ts'
import { SoundWriter } from './sound-writer.ts'
import { diskTrouble, MemoryDisk } from './testing/memory-disk.ts'
import type { FromWriter } from './writer-messages.ts'

const BLOCK = 480
const PART_FRAMES = 3_000
const FOLDER = '/library/recordings/one'
const SPOOL = '/tmp/spool'

/** Every sample encodes its source and position. */
const sampleAt = (source: number, frame: number): number => ((frame * 2 + source) % 30_000) + 1
const blockOf = (source: number, sequence: number): SoundBlock => ({
  source,
  run: 0,
  sequence,
  firstFrame: sequence * BLOCK,
  atMs: START_MS + sequence * 10,
  samples: Int16Array.from({ length: BLOCK }, (_, index) => sampleAt(source, sequence * BLOCK + index)),
})

/**
 * A source's sound that survives a power failure, in the recording's folder, including the other folder once
 * joined.
 */
function soundOn(disk: MemoryDisk, source: number, frames: number, isJoined: boolean): Int16Array {
  const bytes = Buffer.alloc(frames * BYTES_PER_FRAME)
  let length = 0
  const put = (part: Buffer, frame: number): void => {
    length = Math.max(length, frame * BYTES_PER_FRAME + part.copy(bytes, frame * BYTES_PER_FRAME))
  }
  for (let number = 1; (number - 1) * PART_FRAMES < frames; number += 1) {
    const part = disk.files.get(path.join(FOLDER, partName(source, number)))?.durable ?? Buffer.alloc(0)
    const end = WAV_HEADER_BYTES + PART_FRAMES * BYTES_PER_FRAME
    put(part.subarray(WAV_HEADER_BYTES, end), (number - 1) * PART_FRAMES)
  }
  for (const [file, { durable }] of isJoined ? disk.files : [])
    if (path.dirname(file) === SPOOL && file.includes(`/${source + 1}-from-`))
      put(durable, Number(/from-(\d+)/u.exec(file)?.[1]))
  return new Int16Array(Uint8Array.from(bytes).buffer, 0, Math.floor(length / BYTES_PER_FRAME))
}

const errors = fc.constantFrom('EIO', 'ENOSPC', null, null, null)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('blocks' as const), count: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tick' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resend' as const), back: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const) }) },
)

it('acknowledges only what power loss leaves, whatever writes and syncs fail, and writes all once they succeed', () => {
  const trouble = fc.infiniteStream(
    fc.record({ error: errors, taken: fc.option(fc.integer({ min: 1, max: 900 })) }),
  )
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 60 }),
      trouble,
      fc.boolean(),
      fc.boolean(),
      (steps, troubles, mayFill, spoolFails) => {
        const disk = new MemoryDisk()
        let [safe, nowMs, next, isOver] = [[] as readonly SafeSound[], 0, 0, false]
        const notes: string[] = []
        /** Whether safe sound is missing from the folder: only at the end may it be in the other one. */
        let elsewhere = false
        const isThere = (isJoined: boolean): boolean =>
          safe.every(({ source, sequence, frames }) => {
            const sound = soundOn(disk, source, frames, isJoined)
            const isTone = sound.every((sample, frame) => sample === sampleAt(source, frame))
            return isTone && sound.length === frames && frames >= Math.min(sequence, next) * BLOCK
          })
        const tell = (news: FromWriter): void => {
          if (news.kind === 'stopped') {
            isOver = true
            expect(isThere(true)).toBe(true)
            elsewhere = false
          }
          if (news.kind !== 'safe') return
          safe = news.sources
          elsewhere = !isThere(false)
        }
        const writer = new SoundWriter({
          folder: FOLDER,
          start: startEntry(),
          consent: null,
          firstSequences: [],
          state: null,
          spoolFolder: SPOOL,
          partFrames: PART_FRAMES,
          files: disk,
          now: () => nowMs,
          tell,
        })
        writer.open(0)
        disk.trouble = (call, file) => {
          const { error, taken } = troubles.next().value ?? { error: null, taken: null }
          const isSpared = file.startsWith(SPOOL) && !spoolFails
          if (error !== null && !isSpared && (error !== 'ENOSPC' || (mayFill && call === 'write')))
            throw diskTrouble(error)
          return taken
        }
        const give = (from: number, to: number): void => {
          for (let sequence = from; sequence < to; sequence += 1)
            for (const source of [0, 1]) writer.append(blockOf(source, sequence))
        }
        for (const one of steps) {
          if (one.kind === 'blocks') {
            give(next, next + one.count)
            next += one.count
          } else if (one.kind === 'resend') give(Math.max(0, next - one.back), next)
          else if (one.kind === 'note') {
            const title = `title ${next}`
            writer.change({ kind: 'title', title }, (error) => {
              if (error === null && !isOver) notes.push(title)
            })
          } else {
            nowMs += 1_000
            writer.tick()
          }
          expect(elsewhere).toBe(false)
        }
        disk.trouble = () => null
        nowMs += 1_000
        writer.tick()
        // A full disk had ended it.
        if (isOver) return
        writer.end(START_MS, 'asked')
        expect(isOver).toBe(true)
        expect(safe).toEqual([0, 1].map((source) => ({ source, sequence: next, frames: next * BLOCK })))
        const journal = disk.files.get(path.join(FOLDER, 'journal.jsonl'))?.durable.toString() ?? ''
        for (const title of notes) expect(journal).toContain(`"${title}"`)
        expect(
          journal
            .trimEnd()
            .split('\n')
            .every((line) => typeof JSON.parse(line) === 'object'),
        ).toBe(true)
        expect([...disk.files.keys()].filter((file) => file.startsWith(SPOOL))).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
