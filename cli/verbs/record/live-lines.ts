import { describeFault } from '#contracts/describe-fault'
import type { LiveState } from '#contracts/sound-wire'
import type { MessageKey } from '#core/messages/messages'
import type { LiveFeed } from '#studio/recording/live-feed'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

/** Number of characters of the draft that fit next to the time on one line; the newest are shown. */
const MAX_DRAFT_LETTERS = 48

const TOLD: Partial<Record<LiveState, MessageKey>> = {
  behind: 'live.behind',
  'given-up': 'live.given-up',
  failed: 'live.failed',
}

export interface ShownRecording {
  readonly live: LiveFeed
  readonly options: { readonly sources: readonly { readonly name: string }[] }
}

/** Text while recording at a terminal: prints each line once, when it is final. */
export class LiveLines {
  readonly #running: ShownRecording
  readonly #terminal: Terminal
  #shown = 0
  #state: LiveState = 'off'
  #unusable: string | null = null

  constructor(running: ShownRecording, terminal: Terminal) {
    this.#running = running
    this.#terminal = terminal
  }

  /** Prints what was added since the last call. */
  show(): void {
    const { live, options } = this.#running
    for (const { source, startMs, endMs, text } of live.lines.slice(this.#shown)) {
      const name = options.sources.length > 1 ? (options.sources[source]?.name ?? null) : null
      const [time, to] = [shortTime(startMs), shortTime(endMs)]
      const line =
        text === null
          ? this.#terminal.words('live.left-out', { from: time, to })
          : name === null
            ? `${time}  ${text}`
            : this.#terminal.words('record.said', { time, name, text })
      this.#terminal.note('live-line', { source, startMs, endMs, text }, line)
    }
    this.#shown = live.lines.length
    this.#reportFallback()
    this.#reportState()
  }

  /** State of the text for the status line, always the last one; empty if there is nothing to report. */
  get status(): string {
    const { state, lagMs, draft } = this.#running.live
    if (state === 'loading') return this.#terminal.words('live.loading')
    if (state === 'behind') return this.#terminal.words('live.lag', { seconds: Math.round(lagMs / 1_000) })
    return draft === null ? '' : lastLetters(draft.text)
  }

  #reportFallback(): void {
    const { fallback } = this.#running.live
    if (fallback === null || fallback.model === this.#unusable) return
    const { model, by, error } = fallback
    this.#unusable = model
    const reason = describeFault(error, this.#terminal.language, 'terminal').message
    const line = ['rec.notice.text-model', 'rec.notice.text-model.more'] as const
    const text = line.map((key) => this.#terminal.words(key, { model, by, reason })).join(' ')
    this.#terminal.note('live-model', { model, by, reason }, text)
  }

  #reportState(): void {
    const { state, error } = this.#running.live
    if (state === this.#state) return
    this.#state = state
    const key = TOLD[state]
    if (key === undefined) return
    const reason =
      state === 'failed' ? describeFault(error, this.#terminal.language, 'terminal').message : null
    const line = this.#terminal.words(key)
    this.#terminal.note('live-text', { state, reason }, reason === null ? line : `${line} ${reason}`)
  }
}

function lastLetters(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= MAX_DRAFT_LETTERS) return text
  return `…${letters
    .slice(-MAX_DRAFT_LETTERS)
    .join('')
    .replace(/^\S*\s/u, '')}`
}
