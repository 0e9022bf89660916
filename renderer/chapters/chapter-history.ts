import type { Chapter } from '#core/chapters/chapter'
import { StepOrder, type Way } from '../session/step-order.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { ChapterStore } from './use-chapters.ts'

/** One change: added without `before`, deleted without `after`. */
export interface ChapterStep {
  readonly before: Chapter | null
  readonly after: Chapter | null
}

export interface ChapterChanges {
  /** `joins`: changes of a chapter with the same one, one after another, are undone together. */
  change(step: ChapterStep, joins?: string): void
  /** Undoes this change, also where others followed it. */
  takeBack(step: ChapterStep): void
}

interface KeptStep extends ChapterStep {
  readonly joins: string | undefined
  readonly order: number
}

type Session = Pick<TranscriptSession, 'state' | 'subscribe' | 'endStep'>

/** Undo of chapters on a recording's screen, in one order with the steps of its text. Kept while the screen is open. */
export class ChapterHistory implements ChapterChanges {
  readonly #session: Session
  readonly #store: ChapterStore
  readonly #order: StepOrder
  readonly #listeners = new Set<() => void>()
  #done: readonly KeptStep[] = []
  #undone: readonly KeptStep[] = []
  #running: Promise<void> = Promise.resolve()

  constructor(session: Session, store: ChapterStore) {
    this.#session = session
    this.#store = store
    this.#order = new StepOrder(() => session.state)
  }

  /** Follows the text until the returned function is called. */
  start(): () => void {
    return this.#session.subscribe(() => this.#watch())
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What undo or redo would take: a change of chapters, or a step of the text. */
  next(way: Way): KeptStep | 'text' | null {
    this.#watch()
    const step = (way === 'undo' ? this.#done : this.#undone).at(-1)
    const text = this.#order.of(way)
    if (step !== undefined && (text === null || step.order > text)) return step
    return text === null ? null : 'text'
  }

  /** Undoes or redoes what `next` names; `ofText` does so for a step of the text. */
  async run(way: Way, ofText: () => Promise<void>): Promise<void> {
    const run = async (): Promise<void> => {
      const step = this.next(way)
      if (step !== null && step !== 'text') {
        this.#take(way, step)
        return
      }
      this.#order.expect(way)
      await ofText()
    }
    if (this.#done.length === 0 && this.#undone.length === 0) return run()
    // Which one is next is known once the text's step is undone.
    const result = this.#running.then(run)
    this.#running = result.catch(() => undefined)
    return result
  }

  #take(way: Way, step: KeptStep): void {
    const [from, to] = way === 'undo' ? [step.after, step.before] : [step.before, step.after]
    const moved = { ...step, order: this.#order.tick() }
    const [done, undone] = [this.#done, this.#undone]
    if (way === 'undo') this.#set(done.slice(0, -1), [...undone, moved])
    else this.#set([...done, moved], undone.slice(0, -1))
    void this.#put(from, to).then((isStored) => {
      // Told by the store: it is as before.
      if (isStored) return
      const without = (list: readonly KeptStep[]) => list.filter((each) => each !== moved)
      const back = { ...moved, order: this.#order.tick() }
      if (way === 'undo') this.#set([...without(this.#done), back], without(this.#undone))
      else this.#set(without(this.#done), [...without(this.#undone), back])
    })
  }

  change(step: ChapterStep, joins?: string): void {
    // Letters typed from now on are a step of their own.
    this.#session.endStep()
    const last = this.next('undo')
    const goesOn = joins !== undefined && last !== 'text' && last !== null && last.joins === joins
    const before = goesOn ? last.before : step.before
    const made: KeptStep = { before, after: step.after, joins, order: this.#order.tick() }
    this.#order.blockRedo()
    this.#set([...(goesOn ? this.#done.slice(0, -1) : this.#done), made], [])
    void this.#put(step.before, step.after).then((isStored) => {
      if (!isStored) this.#forget(made)
    })
  }

  takeBack({ before, after }: ChapterStep): void {
    const step = this.#done.findLast((each) => each.before === before && each.after === after)
    if (step === undefined) return
    if (this.next('undo') === step) {
      this.#take('undo', step)
      return
    }
    this.#forget(step)
    void this.#put(after, before)
  }

  #forget(step: KeptStep): void {
    this.#set(
      this.#done.filter((each) => each !== step),
      this.#undone.filter((each) => each !== step),
    )
  }

  #put(from: Chapter | null, to: Chapter | null): Promise<boolean> {
    if (to !== null) return this.#store.set(changedBy(from, to, this.#store.find(to.id)))
    return from === null ? Promise.resolve(true) : this.#store.remove(from)
  }

  /** Without telling: whoever shows this follows the text too, and may ask while it is drawn. */
  #watch(): void {
    if (this.#order.watch()) this.#undone = []
  }

  #set(done: readonly KeptStep[], undone: readonly KeptStep[]): void {
    this.#done = done
    this.#undone = undone
    for (const listener of this.#listeners) listener()
  }
}

/** The chapter as it is `now`, with what differs between the two: what another window changed of it stays. */
function changedBy(from: Chapter | null, to: Chapter, now: Chapter | null): Chapter {
  if (from === null || now === null) return to
  const changed = Object.entries(to).filter(([name, value]) => from[name as keyof Chapter] !== value)
  return { ...now, ...Object.fromEntries(changed) }
}
