import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withoutNames } from './forget-names.ts'

/** Per file; with the two previous ones about 3 MB at most. */
const MAX_BYTES = 1024 * 1024
const KEPT_BEFORE = 2

/**
 * The program's log on this computer: `parolo.log`, with the older `parolo.1.log` and `parolo.2.log`. It is never sent
 * anywhere. It must not contain words of a transcript (text-for-log.ts).
 */
export class LogFile {
  readonly path: string
  readonly #mostBytes: number
  #hasFailed = false

  constructor(folder: string, mostBytes = MAX_BYTES) {
    this.path = path.join(folder, 'parolo.log')
    this.#mostBytes = mostBytes
  }

  /** Synchronous, as the program may be about to exit. `source`: the process or part that logs. */
  write(source: string, text: string): void {
    const lines = text.trimEnd().replace(/\n/gu, '\n  ')
    try {
      mkdirSync(path.dirname(this.path), { recursive: true })
      this.#rotate()
      appendFileSync(this.path, `${new Date().toISOString()} ${source}: ${lines}\n`)
      this.#hasFailed = false
    } catch (error) {
      // A full or read-only disk must not end the program; the error is printed once.
      if (!this.#hasFailed) process.stderr.write(`The log cannot be written: ${String(error)}\n`)
      this.#hasFailed = true
    }
  }

  /** Removes titles and paths of a deleted recording from all log files. */
  forget(names: readonly string[]): void {
    for (const file of [
      this.path,
      ...Array.from({ length: KEPT_BEFORE }, (_, at) => this.#numbered(at + 1)),
    ]) {
      if (statSync(file, { throwIfNoEntry: false }) === undefined) continue
      const text = readFileSync(file, 'utf8')
      const left = withoutNames(text, names)
      if (left !== text) writeFileSync(file, left)
    }
  }

  #rotate(): void {
    const size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
    if (size < this.#mostBytes) return
    for (let number = KEPT_BEFORE; number >= 1; number -= 1) {
      const from = number === 1 ? this.path : this.#numbered(number - 1)
      if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, this.#numbered(number))
    }
  }

  #numbered(number: number): string {
    return this.path.replace(/\.log$/u, `.${number}.log`)
  }
}
