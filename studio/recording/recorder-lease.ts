import { readlinkSync } from 'node:fs'
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import { isProcessAlive, type ProcessIdentity, processIdentity } from '../processes/process-liveness.ts'

const HEARTBEAT_MS = 1_000
/** A holder on another computer, or in another container, is gone if it was silent this long. */
const SILENT_MS = 30_000
/** A file without its text is being made for so long at most. */
const NEW_MS = 5_000

interface Holder extends ProcessIdentity {
  /** Where its process number means something. */
  readonly place: string
}

/**
 * The right to write in a recording's folder: the file `lease-N` with the highest number, made by the process that holds
 * it. Taking over makes the next number, which only one process can. The file's time is the heartbeat: it can be
 * written where the disk is full.
 */
export class RecorderLease {
  readonly #file: string
  readonly #timer: NodeJS.Timeout

  private constructor(file: string) {
    this.#file = file
    this.#timer = setInterval(() => this.#beat(), HEARTBEAT_MS).unref()
  }

  /** Null if a living process holds it. */
  static async take(folder: string): Promise<RecorderLease | null> {
    const newest = await newestLease(folder)
    if (newest > 0 && (await isHeld(leasePath(folder, newest)))) return null
    const file = leasePath(folder, newest + 1)
    const holder: Holder = { ...processIdentity(), place: processPlace() }
    try {
      await writeFile(file, JSON.stringify(holder), { flag: 'wx' })
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return null
      throw error
    }
    return new RecorderLease(file)
  }

  /** Stops the heartbeat; the folder is free for others. */
  async release(): Promise<void> {
    clearInterval(this.#timer)
    await rm(this.#file, { force: true })
  }

  #beat(): void {
    const now = new Date()
    // A missed heartbeat matters only to other computers, and the next one follows in a second.
    utimes(this.#file, now, now).catch(() => undefined)
  }
}

/** Whether a living process writes in this folder. */
export async function isRecorderAlive(folder: string): Promise<boolean> {
  return (await livingWriter(folder)) !== null
}

/** The process number of the living process that writes in this folder, 0 if it is not known yet; null without one. */
export async function livingWriter(folder: string): Promise<number | null> {
  const newest = await newestLease(folder)
  return newest === 0 ? null : await holderOf(leasePath(folder, newest))
}

function leasePath(folder: string, number: number): string {
  return path.join(folder, `lease-${number}`)
}

async function newestLease(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(/^lease-(\d+)$/u.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

async function isHeld(file: string): Promise<boolean> {
  return (await holderOf(file)) !== null
}

async function holderOf(file: string): Promise<number | null> {
  try {
    const { mtimeMs } = await stat(file)
    const ageMs = Math.abs(Date.now() - mtimeMs)
    const text = await readFile(file, 'utf8')
    // Just made, or emptied by power loss.
    if (text === '') return ageMs < NEW_MS ? 0 : null
    const holder = JSON.parse(text) as Holder
    const isAlive = holder.place === processPlace() ? isProcessAlive(holder) : ageMs < SILENT_MS
    return isAlive ? holder.pid : null
  } catch (error) {
    // Released meanwhile, or damaged by power loss.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/** This computer and, on Linux, this container. */
function processPlace(): string {
  try {
    return `${os.hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return os.hostname()
  }
}
