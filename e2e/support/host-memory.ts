import { readFile, writeFile } from 'node:fs/promises'
import type { Host } from './host.ts'

/** A host's memory as reported by Linux, in bytes: now, and the peak since the last reset. */
export async function memoryOf(host: Host): Promise<{ readonly now: number; readonly most: number }> {
  const text = await readFile(`/proc/${host.pid}/status`, 'utf8')
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(text)?.[1])
  return { now: kilobytes('VmRSS') * 1024, most: kilobytes('VmHWM') * 1024 }
}

/** Resets the peak (proc(5), clear_refs). */
export async function countMemoryAnew(host: Host): Promise<void> {
  await writeFile(`/proc/${host.pid}/clear_refs`, '5')
}
