import type { Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { carryEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import type { Transcript } from '#core/transcript/transcript'
import type { SessionChange, TranscriptSession } from '../../session/transcript-session.ts'
import { caretPlace, movedCaret, type CaretPlace } from './caret-place.ts'
import { coreChanges } from './core-changes.ts'
import { cutInsertion, type CutInsertion } from './cut-insertion.ts'
import type { FollowSound } from './follow-sound.ts'
import { paragraphOfLine, type BlankLine, type Lines } from './lines.ts'
import { fromCore, linesField, setPlanned } from './lines-field.ts'
import { partedMove, pastedRedactions } from './pasted-redactions.ts'
import { planEdits } from './plan-edits.ts'
import { type WaitingLines, waitingLines } from './waiting-lines.ts'

/** CodeMirror waits 50 ms for the browser's events after a composition. */
const AFTER_COMPOSITION_MS = 80

export interface CoreSyncParts {
  readonly session: TranscriptSession
  /** Available from the first transaction on. */
  readonly view: () => EditorView
  readonly follow: () => FollowSound
  /** Takes a person's change instead of core, which does not get it; false: core gets it. */
  readonly takesChange: (transaction: Transaction) => boolean
}

/**
 * Keeps the view's text and core's transcript equal: a person's changes go to core as edits first; changes by others
 * are applied to the text.
 */
export class CoreSync {
  /** Identifies this surface's edits among the session's changes. */
  readonly #origin = Symbol('surface')
  readonly #session: TranscriptSession
  readonly #view: () => EditorView
  readonly #follow: () => FollowSound
  readonly #takesChange: CoreSyncParts['takesChange']
  readonly #waiting: WaitingLines
  #composingLine: number | null = null
  /** A composition is one undo step, however often its letters are replaced. */
  #composingStep: string | null = null
  /** A change from core is waiting for the end of a composition. */
  #isBehind = false
  /** Number of this window's undos and redos in progress: the caret moves to what each changes. */
  #undosRunning = 0
  /** Lines of a paste are still to be inserted: edits made meanwhile join its undo step. */
  #pasteStep: string | null = null
  #stopExpecting: (() => void) | null = null
  /** The step that emptied a line and removed others with it: later edits of that line belong to it. */
  #emptyingStep: string | null = null

  constructor({ session, view, follow, takesChange }: CoreSyncParts) {
    this.#session = session
    this.#view = view
    this.#follow = follow
    this.#takesChange = takesChange
    this.#waiting = waitingLines(view, () => this.#endPaste())
  }

  get lines(): Lines {
    return this.#view().state.field(linesField)
  }

  startComposing(): void {
    const { doc, selection } = this.#view().state
    this.#composingLine = doc.lineAt(selection.main.head).number - 1
    this.#composingStep = null
  }

  endComposing(): void {
    this.#composingLine = null
    // The last letters are read after this event.
    setTimeout(() => {
      if (this.#composingLine === null) this.#composingStep = null
      this.#catchUp()
    }, AFTER_COMPOSITION_MS)
  }

  /**
   * Sends a person's changes to core first; a change that core cannot express is rejected. `onTaken` is
   * called after each.
   */
  take(transactions: readonly Transaction[], onTaken: (transaction: Transaction) => void): void {
    for (const whole of transactions) {
      if (whole.docChanged && whole.annotation(fromCore) === undefined && this.#takesChange(whole)) continue
      const move = partedMove(whole)
      if (move !== null) {
        this.#pasteStep ??= this.#session.newId()
        this.take([move[0]], onTaken)
        this.take([move[1](this.#view().state)], onTaken)
        this.#endPaste()
        continue
      }
      let transaction = whole
      let cut: CutInsertion | null = null
      if (transaction.docChanged && transaction.annotation(fromCore) === undefined) {
        cut = cutInsertion(transaction)
        if (cut !== null) {
          transaction = transaction.startState.update(cut.ends)
          this.#pasteStep ??= this.#session.newId()
          this.#stopExpecting ??= this.#session.expectMore()
        }
        const lines = this.#planInCore(transaction)
        if (lines === null) {
          this.#endPaste()
          return
        }
        setPlanned(transaction, lines)
        this.#follow().touched()
        this.#follow().scrollsItself()
      }
      this.#view().update([transaction])
      this.#waiting.follow(transaction.changes)
      if (cut !== null) {
        this.#waiting.add(cut)
        this.#endPaste()
      }
      onTaken(transaction)
    }
    if (this.#leavesBlank()) this.#deleteBlanks()
  }

  /** Applies a change made elsewhere. */
  takeChange(change: SessionChange): void {
    if (change.origin === this.#origin) return
    const line = this.#composingLine
    const paragraph = line === null ? null : paragraphOfLine(this.lines, line)
    const isComposed =
      line !== null && (paragraph === null || change.touched.paragraphIds.includes(paragraph.id))
    if (isComposed || this.#isBehind) this.#isBehind = true
    else this.#showCore()
  }

  /** Undoes or redoes a step and scrolls to it. */
  async undoOrRedo(way: 'undo' | 'redo'): Promise<void> {
    // A paste is undone as a whole.
    if (this.#waiting.isWaiting) await this.#waiting.done()
    // A deletion not yet sent to core is the latest action.
    this.commitAll()
    this.#undosRunning += 1
    try {
      await this.#session[way]()
    } finally {
      this.#undosRunning -= 1
    }
  }

  /** Inserts waiting lines and deletes paragraphs whose text was deleted. */
  commitAll(): void {
    this.#waiting.finish()
    if (emptiedIds(this.lines.blanks).length > 0) this.#deleteBlanks(true)
  }

  #endPaste(): void {
    if (this.#waiting.isWaiting) return
    this.#pasteStep = null
    this.#stopExpecting?.()
    this.#stopExpecting = null
  }

  #planInCore(transaction: Transaction): Lines | null {
    const session = this.#session
    const lines = transaction.startState.field(linesField)
    const { changes, startState, newDoc } = transaction
    const newId = (): string => session.newId()
    const plan = planEdits(lines, changes, startState.doc, newDoc, newId, {
      limits: session.limits,
      fromRedacted: transaction.annotation(pastedRedactions) ?? [],
    })
    if (plan === null) return null
    const { blanks } = plan
    const endsEmpty = emptiedIds(lines.blanks).some((id) => !emptiedIds(blanks).includes(id))
    if (lines.transcript === session.state.transcript) {
      const goesOnIn = endsEmpty ? this.#emptyingStepNow() : null
      if (this.#pasteStep !== null) this.#pasteStep = goesOnIn ?? this.#pasteStep
      this.#apply(plan.edits, goesOnIn, plan.transcript)
      if (emptiedIds(blanks).length > emptiedIds(lines.blanks).length) {
        this.#emptyingStep = plan.edits.length === 0 ? null : (session.state.undo?.stepId ?? null)
      }
      return { transcript: session.state.transcript, blanks }
    }
    // Others may have made changes during a composition: the edit is carried over to the current transcript, and this
    // text is updated later.
    const { carried } = carryEdits(session.state.transcript, plan.edits)
    this.#apply(carried.flatMap((each) => (each.outcome === 'applied' ? [each.edit] : [])))
    this.#isBehind = true
    queueMicrotask(() => this.#catchUp())
    return { transcript: plan.transcript, blanks }
  }

  /** `after`: the result for the session's transcript, if known. */
  #apply(edits: readonly Edit[], goesOnIn: string | null = null, after?: Transcript): void {
    if (edits.length === 0) return
    const stepId = this.#pasteStep ?? this.#composingStep ?? goesOnIn
    this.#session.apply(edits, {
      origin: this.#origin,
      ...(stepId === null ? {} : { stepId }),
      ...(after === undefined ? {} : { after }),
    })
    if (this.#composingLine !== null) this.#composingStep ??= this.#session.state.undo?.stepId ?? null
  }

  /** Null if something else was done since. */
  #emptyingStepNow(): string | null {
    return this.#session.state.undo?.stepId === this.#emptyingStep ? this.#emptyingStep : null
  }

  #catchUp(): void {
    if (this.#isBehind && this.#composingLine === null) this.#showCore()
  }

  #caretLines(): Set<number> {
    const { doc, selection } = this.#view().state
    return new Set(selection.ranges.map((range) => doc.lineAt(range.head).number - 1))
  }

  /**
   * True if the caret has left a line without text: the line is removed, with its paragraph if the paragraph's text was
   * deleted.
   */
  #leavesBlank(): boolean {
    const { blanks, transcript } = this.lines
    if (blanks.length === 0 || transcript.paragraphs.length === 0) return false
    const carets = this.#caretLines()
    return blanks.some((blank) => !carets.has(blank.line))
  }

  #deleteBlanks(all = false): void {
    const { blanks, transcript } = this.lines
    const carets = all ? new Set<number>() : this.#caretLines()
    const gone = blanks.filter((blank) => !carets.has(blank.line) && blank.paragraphId !== null)
    const present = new Set(this.#session.state.transcript.paragraphs.map((paragraph) => paragraph.id))
    const edits = gone.flatMap(({ paragraphId }) =>
      paragraphId !== null && present.has(paragraphId)
        ? [replaceTextEdit(transcript, { id: this.#session.newId(), paragraphId, text: '' })]
        : [],
    )
    this.#apply(edits, this.#emptyingStepNow())
    this.#showCore(all)
  }

  /** Updates the text to match core. */
  #showCore(withoutBlanks = false): void {
    this.#isBehind = false
    const view = this.#view()
    const { transcript } = this.#session.state
    const carets = withoutBlanks ? new Set<number>() : this.#caretLines()
    const { main } = view.state.selection
    const [anchorWas, headWas] = [main.anchor, main.head].map((at) =>
      caretPlace(this.lines, view.state.doc, at),
    )
    const { changes, lines } = coreChanges(this.lines, view.state.doc, transcript, carets)
    const last = changes.at(-1)
    const shown = this.#undosRunning > 0 && last !== undefined ? view.state.changes([...changes]) : null
    this.#follow().scrollsItself()
    view.dispatch({ changes: [...changes], annotations: fromCore.of(lines) })
    if (shown === null) {
      this.#keepSelection(anchorWas ?? null, headWas ?? null)
      return
    }
    let at = 0
    shown.iterChanges((_fromA, _toA, _fromB, toB) => {
      at = toB
    })
    const anchor = Math.min(at, view.state.doc.length)
    view.dispatch({ selection: { anchor }, scrollIntoView: true })
  }

  /** Moves the ends of the selection with their words into other paragraphs. */
  #keepSelection(anchorWas: CaretPlace | null, headWas: CaretPlace | null): void {
    const view = this.#view()
    const { doc, selection } = view.state
    const moved = (caret: CaretPlace | null): number | null =>
      caret === null ? null : movedCaret(this.lines, doc, caret)
    const anchor = moved(anchorWas)
    const head = moved(headWas)
    if (anchor === null && head === null) return
    view.dispatch({
      selection: { anchor: anchor ?? selection.main.anchor, head: head ?? selection.main.head },
    })
  }
}

/** Paragraphs whose text was deleted without core having been updated. */
function emptiedIds(blanks: readonly BlankLine[]): string[] {
  return blanks.flatMap(({ paragraphId }) => (paragraphId === null ? [] : [paragraphId]))
}
