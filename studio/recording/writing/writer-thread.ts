/**
 * The thread of one recording's writer. It does its own blocking disk access and shares no threads with other
 * work.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { bytesPerSecond, MIN_SECONDS, WARN_SECONDS } from '../space-on-disk.ts'
import { systemFiles } from './disk-files.ts'
import { MAX_RESERVE_BYTES } from './reserve.ts'
import { diskError, SoundWriter } from './sound-writer.ts'
import type { DiskError, FreeSpace, FromWriter, ToWriter, WriterData } from './writer-messages.ts'

/** Seconds that must fit on the disk to start. */
const MIN_FREE_SECONDS = 60

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')
const data = workerData as WriterData
const perSecond = bytesPerSecond(data.start.sources.length)
const tell = (news: FromWriter): void => {
  port.postMessage(news)
  if (news.kind === 'stopped') close()
}
let isLow = false
const timers: NodeJS.Timeout[] = []
const writer = openWriter()

function openWriter(): SoundWriter | null {
  let free: FreeSpace | null = null
  try {
    const own = new SoundWriter({ ...data, files: systemFiles, now: () => performance.now(), tell })
    const [freeBytes, needed] = [own.freeBytes(), perSecond * MIN_FREE_SECONDS]
    if (data.state === null && freeBytes < needed) {
      free = { neededMegabytes: Math.ceil(needed / 1e6), freeMegabytes: Math.floor(freeBytes / 1e6) }
      throw Object.assign(new Error('no room for a minute'), { code: 'ENOSPC' })
    }
    own.open(Math.max(0, Math.min(MAX_RESERVE_BYTES, freeBytes - needed)))
    tell({ kind: 'opened' })
    timers.push(setInterval(() => own.tick(), data.syncEveryMs))
    timers.push(setInterval(() => lookAtDisk(own), data.diskLookEveryMs))
    lookAtDisk(own)
    return own
  } catch (error) {
    tell({ kind: 'refused', error: diskError(error), free })
    close()
    return null
  }
}

port.on('message', (message: ToWriter) => {
  if (writer === null) return
  if (message.kind === 'block') {
    writer.append(message.block)
    return
  }
  const { call } = message
  const answer = (error: DiskError | null): void => tell({ kind: 'answer', call, error })
  if (message.kind === 'change') writer.change(message.entry, answer)
  else if (message.kind === 'rejoin') writer.rejoin(message.kept, answer)
  else if (message.kind === 'settle') {
    writer.settle()
    answer(null)
  } else if (message.kind === 'stop') writer.end(message.atMs, message.reason)
  else {
    writer.leave()
    answer(null)
    close()
  }
})

function lookAtDisk(own: SoundWriter): void {
  let seconds: number
  try {
    seconds = own.freeBytes() / perSecond
  } catch (error) {
    tell({ kind: 'error', error: diskError(error) })
    return
  }
  const wasLow = isLow
  isLow = seconds < WARN_SECONDS
  tell({ kind: 'space', seconds, lowMinutes: isLow && !wasLow ? Math.floor(seconds / 60) : null })
  if (seconds < MIN_SECONDS) own.end(Date.now(), 'disk-full')
}

function close(): void {
  for (const timer of timers) clearInterval(timer)
  port?.close()
}
