import path from 'node:path'
import { describeFault } from '#contracts/describe-fault'
import { nameWords } from '#core/formats/loss-words'
import { Step } from '#contracts/progress'
import type { Library, LibraryEvent, Watch } from '#studio/library/library'
import type { JobError } from '#studio/library/tables/jobs/jobs'
import { faultOf } from '#studio/queue/job-error'
import type { WatchNotice } from '#studio/watch/watch-notice'
import type { Terminal } from '../../terminal/terminal.ts'

/** Prints and counts what happens in watched folders. */
export class WatchReport {
  readonly #terminal: Terminal
  readonly #once: boolean
  /** Keyed by recording: the name shown to the person. */
  readonly #files = new Map<string, string>()
  /** Job id → recording id. */
  readonly #jobs = new Map<string, string | null>()
  #watch: Watch | undefined
  #done = 0
  #failed = 0
  #changing = 0

  /** `once`: do not wait for another program that watches a folder. */
  constructor(terminal: Terminal, { once = false }: { readonly once?: boolean } = {}) {
    this.#terminal = terminal
    this.#once = once
  }

  notice(notice: WatchNotice): void {
    const terminal = this.#terminal
    const { kind, folder } = notice
    const reported = { folder, ...('file' in notice ? { file: notice.file } : {}) }
    switch (kind) {
      case 'taken':
        this.#files.set(notice.recordingId, notice.file)
        terminal.note(
          'watch-taken',
          { ...reported, recordingId: notice.recordingId, isKnown: notice.isKnown },
          terminal.words(notice.isKnown ? 'watch.taken.known' : 'watch.taken', { file: notice.file }),
        )
        break
      case 'written': {
        this.#done += 1
        const names = notice.outputs.map((file) => path.basename(file)).join(', ')
        const line = terminal.words('watch.written', { file: notice.file, names })
        const unnamed = nameWords(notice.nameLosses, terminal.language)
        terminal.note(
          'watch-written',
          { ...reported, outputs: notice.outputs, losses: notice.nameLosses },
          unnamed === null ? line : `${line}\n  ${unnamed}`,
        )
        break
      }
      case 'refused':
      case 'unwritten': {
        this.#failed += 1
        const { code, message, remedy } = this.#described(notice.error)
        const text = [message, kind === 'unwritten' ? remedy : undefined].filter(Boolean).join(' ')
        terminal.note(
          `watch-${kind}`,
          { ...reported, code, message },
          terminal.words(`watch.${kind}`, { file: notice.file, message: text }),
        )
        break
      }
      case 'problem':
        terminal.error(faultOf(notice.error))
        break
      case 'back':
        terminal.note('watch-back', reported, terminal.words('watch.back', { folder }))
        break
      case 'elsewhere':
        terminal.note(
          'watch-elsewhere',
          { ...reported, pid: notice.pid },
          terminal.words(this.#once ? 'watch.elsewhere.once' : 'watch.elsewhere', {
            folder,
            pid: notice.pid,
          }),
        )
    }
  }

  /** Shows the progress of the files' tasks, and why one failed. */
  follow(library: Library): void {
    this.#watch = library.watch((event) => {
      this.#onEvent(library, event).catch((error: unknown) => this.#terminal.error(error))
    })
  }

  stop(): void {
    this.#watch?.stop()
  }

  setChanging(count: number): void {
    this.#changing = count
  }

  /** Prints a summary; returns the exit code. */
  summary(): number {
    const [done, failed] = [this.#done, this.#failed]
    const count = this.#changing
    if (count > 0)
      this.#terminal.note('still-written', { count }, this.#terminal.words('watch.still-written', { count }))
    this.#terminal.note('summary', { done, failed }, this.#terminal.words('watch.once', { done, failed }))
    return failed > 0 ? 1 : 0
  }

  async #onEvent(library: Library, { kind, touched }: LibraryEvent): Promise<void> {
    const { jobId, step, fraction } = touched
    if (typeof jobId !== 'string' || (kind !== 'job-progress' && kind !== 'job-failed')) return
    if (kind === 'job-progress' && !this.#terminal.showsProgress) return
    if (!this.#jobs.has(jobId)) {
      this.#jobs.set(jobId, (await library.job(jobId))?.recordingId ?? null)
      this.#terminal.startFile()
    }
    const file = this.#files.get(this.#jobs.get(jobId) ?? '')
    if (file === undefined) return
    if (kind === 'job-progress') {
      const known = Step.safeParse(step)
      if (known.success)
        this.#terminal.progress(file, { kind: 'step', step: known.data, fraction: Number(fraction ?? 0) })
      return
    }
    const error = (await library.job(jobId))?.error
    this.#failed += 1
    if (error != null) this.#terminal.error(faultOf(error), file)
  }

  #described(error: JobError) {
    return describeFault(faultOf(error), this.#terminal.language, 'terminal')
  }
}
