import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

/** Of one file; with the two before it some 3 MB at most. */
const MOST_BYTES = 1024 * 1024
const KEPT_BEFORE = 2

/**
 * The program's log on this computer: `parolo.log`, and `parolo.1.log`, `parolo.2.log` before it. It is never sent
 * anywhere. What is written must hold no word of a transcript (text-for-log.ts).
 */
export class LogFile {
  readonly path: string
  readonly #mostBytes: number
  #hasFailed = false

  constructor(folder: string, mostBytes = MOST_BYTES) {
    this.path = path.join(folder, 'parolo.log')
    this.#mostBytes = mostBytes
  }

  /** Written before it returns, as the program may be about to end. `source`: which process or part says it. */
  write(source: string, text: string): void {
    const lines = text.trimEnd().replace(/\n/gu, '\n  ')
    try {
      mkdirSync(path.dirname(this.path), { recursive: true })
      this.#rotate()
      appendFileSync(this.path, `${new Date().toISOString()} ${source}: ${lines}\n`)
      this.#hasFailed = false
    } catch (error) {
      // A disk that is full or shut must not end the program; it is said once where somebody may read it.
      if (!this.#hasFailed) process.stderr.write(`The log cannot be written: ${String(error)}\n`)
      this.#hasFailed = true
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
