/**
 * A program that only writes a recording of two sources, at the given speed: `feed-writer.ts DATA-FOLDER
 * SPEED HOURS`. Lines of JSON on stdout: `started`, `hour` with memory, `done`.
 */
import path from 'node:path'
import { FRAMES_PER_MS, type SoundBlock } from '#core/recording/block'
import { newRunningId, recordingsFolder } from '#studio/recording/recording-folder'
import { RecordingWriter } from '#studio/recording/recording-writer'

const BLOCK_MS = 50
const FEED_EVERY_MS = 10
const SOURCES = ['microphone', 'system'] as const
const noise = Int16Array.from({ length: BLOCK_MS * FRAMES_PER_MS }, (_, index) =>
  Math.round(6_000 * Math.sin(index ** 1.5)),
)

const [, , dataFolder = '', speedText = '1', hoursText = '1'] = process.argv
const [speed, hours] = [Number(speedText), Number(hoursText)]
const print = (line: Readonly<Record<string, unknown>>): void =>
  void process.stdout.write(`${JSON.stringify(line)}\n`)

const atMs = performance.timeOrigin + performance.now()
const id = newRunningId(atMs)
const writer = await RecordingWriter.start({
  folder: path.join(recordingsFolder(dataFolder), id),
  start: {
    kind: 'start',
    version: 1,
    id,
    title: `Recording ${id}`,
    language: 'auto',
    people: null,
    type: 'meeting',
    sources: SOURCES.map((role) => ({ name: role, role, device: role })),
    atMs,
  },
  consent: null,
  onError: (error) => {
    throw error
  },
})
const blockOf = (source: number, sequence: number): SoundBlock => ({
  source,
  run: 0,
  sequence,
  firstFrame: sequence * noise.length,
  atMs: atMs + sequence * BLOCK_MS,
  samples: noise,
})
const use = () => ({
  rssBytes: process.memoryUsage.rss(),
  cpuMs: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
})
print({ kind: 'started', id, atMs, ...use() })

const total = (hours * 3_600_000) / BLOCK_MS
const startedAt = performance.now()
let fed = 0
const timer = setInterval(() => {
  const due = Math.min(total, Math.floor(((performance.now() - startedAt) * speed) / BLOCK_MS))
  for (; fed < due; fed += 1) {
    for (const source of SOURCES.keys()) writer.append(blockOf(source, fed))
    if ((fed + 1) % (3_600_000 / BLOCK_MS) === 0)
      print({ kind: 'hour', hour: (fed + 1) / (3_600_000 / BLOCK_MS), ...use() })
  }
  if (fed < total) return
  clearInterval(timer)
  void writer.stop(atMs + fed * BLOCK_MS, 'asked').then(() => print({ kind: 'done', ...use() }))
}, FEED_EVERY_MS)
