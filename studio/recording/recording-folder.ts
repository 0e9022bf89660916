import { randomBytes } from 'node:crypto'
import path from 'node:path'

/** The folder in which recordings are written, each in a subfolder. */
export function recordingsFolder(dataFolder: string): string {
  return path.join(dataFolder, 'recordings')
}

/** Sorts by time: `20261127T140211-7f3a2b`. */
export function newRunningId(atMs: number): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')
  return `${time}-${randomBytes(3).toString('hex')}`
}

/** Any other string must not become a path. */
export function isRunningId(text: string): boolean {
  return /^\d{8}T\d{6}-[0-9a-f]{6}$/u.test(text)
}

export function journalPath(folder: string): string {
  return path.join(folder, 'journal.jsonl')
}

/** `1-001.wav`: sources and their files both count from 1. */
export function partName(source: number, number: number): string {
  return `${source + 1}-${String(number).padStart(3, '0')}.wav`
}

/** Null for any other file. */
export function partNumber(name: string): { readonly source: number; readonly number: number } | null {
  const [, source, number] = /^([1-9]\d{0,3})-(\d{3,5})\.wav$/u.exec(name) ?? []
  return source === undefined || Number(number) === 0
    ? null
    : { source: Number(source) - 1, number: Number(number) }
}
