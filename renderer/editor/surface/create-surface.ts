import { EditorState, Text, type Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { carryEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import { findWord } from '#core/edits/places'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { setMarkEdit } from '#core/edits/kinds/set-mark'
import type { CopyOptions } from '#core/formats/copied-text'
import type { Transcript } from '#core/transcript/transcript'
import type { SessionChange } from '../../session/transcript-session.ts'
import { caretPlace, movedCaret, type CaretPlace } from './caret-place.ts'
import { copyAndPaste, copySelection } from './copy-and-paste.ts'
import { coreChanges } from './core-changes.ts'
import { cutInsertion, type CutInsertion } from './cut-insertion.ts'
import { editingKeys } from './editing-keys.ts'
import { followSound } from './follow-sound.ts'
import { paragraphOfLine, type BlankLine, type Lines } from './lines.ts'
import { fromCore, linesField, setPlanned } from './lines-field.ts'
import { listeningField, marginField, marginWords, setListening } from './margin-names.ts'
import { lineText, wordIndexAt } from './paragraph-layout.ts'
import { planEdits } from './plan-edits.ts'
import { selectionEdges } from './selection-edges.ts'
import { selectionOf } from './selection-of.ts'
import { spokenWord } from './spoken-word.ts'
import './surface.css'
import type { Surface, SurfaceOptions } from './surface.ts'
import { backToPlace, textPlace } from './text-place.ts'
import { textPositions } from './text-positions.ts'
import { timeInsertion } from './time-insertion.ts'
import { marksField, showMarks, textMarks } from './text-marks.ts'
import { threadLayer } from './thread-layer.ts'
import { waitingLines } from './waiting-lines.ts'

// CodeMirror waits 50 ms for what the browser does after a composition.
const afterCompositionMs = 80

/** Kept above and below a hit that is brought into sight: lines around it are read with it. */
const HIT_MARGIN_PX = 96

/** `don’t` is one word for the keys that go by words and for a double click. */
const wordsWithApostrophes = EditorState.languageData.of(() => [{ wordChars: "'’" }])

/** The text of a transcript to read and to type on: a thin surface, one line a paragraph, over core's transcript. */
export function createSurface(options: SurfaceOptions): Surface {
  const { session, player, words } = options
  const origin = Symbol('surface')
  const spoken = spokenWord(player)
  let composingLine: number | null = null
  /** One composition is one step of undo, however often its letters are replaced. */
  let composingStep: string | null = null
  /** Something of core waits until the letters being composed are there. */
  let isBehind = false
  let showsUndo = false
  let shownHit: { readonly paragraphId: string; readonly from: number } | null = null
  /** Lines of a paste are still to come: what is done meanwhile is one step with them. */
  let pasteStep: string | null = null
  let stopExpecting: (() => void) | null = null
  /** The step that emptied a line and took others away with it: what core hears of that line later belongs to it. */
  let emptyingStep: string | null = null

  const waiting = waitingLines(() => view, endPaste)
  const start = linesOf(session.state.transcript)
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: Text.of(
        start.transcript.paragraphs.length === 0 ? [''] : start.transcript.paragraphs.map(lineText),
      ),
      extensions: [
        linesField.init(() => start),
        marginWords.of(words),
        listeningField,
        marginField,
        marksField,
        textMarks,
        threadLayer,
        spoken.extension,
        EditorView.lineWrapping,
        wordsWithApostrophes,
        EditorView.editorAttributes.of({ class: 'parolo-surface' }),
        EditorView.contentAttributes.of({
          spellcheck: 'true',
          autocorrect: 'off',
          autocapitalize: 'sentences',
          lang: start.transcript.language,
          'aria-label': words.transcript,
          'aria-multiline': 'true',
        }),
        editingKeys({
          undo: () => surface.undo(),
          redo: () => surface.redo(),
          speakerDigit: options.onSpeakerDigit,
          speakerOnwards: options.onSpeakerOnwards,
          finishCorrection: options.onFinishCorrection,
        }),
        copyAndPaste(copyOptions),
        EditorView.domEventHandlers({
          compositionstart: () => {
            composingLine = lineAtCaret()
            composingStep = null
          },
          compositionend: () => {
            composingLine = null
            // The last letters are read after this event.
            setTimeout(() => {
              if (composingLine === null) composingStep = null
              catchUp()
            }, afterCompositionMs)
          },
        }),
        EditorView.updateListener.of((update) => {
          const lines = update.state.field(linesField)
          if (update.selectionSet || update.docChanged || update.startState.field(linesField) !== lines) {
            options.onSelection(selectionOf(view.state))
          }
        }),
      ],
    }),
    dispatchTransactions: takeTransactions,
  })
  view.scrollDOM.tabIndex = 0
  view.scrollDOM.setAttribute('role', 'group')
  view.scrollDOM.setAttribute('aria-label', words.scroller)
  const positions = textPositions(view, linesNow)
  const follow = followSound(view, player, (ms) => positions.ofTime(ms))
  const stopSpoken = spoken.start(view, (span) => follow.show(span))
  const stopChanges = session.onChange(onCoreChange)
  const onPageHide = (): void => surface.settle()
  window.addEventListener('pagehide', onPageHide)
  view.contentDOM.addEventListener('click', onNameClick)

  function copyOptions(): CopyOptions {
    return { speakerLabel: (number) => words.speakerLabel(number), times: options.copiesTimes() }
  }

  function linesNow(): Lines {
    return view.state.field(linesField)
  }

  function lineAtCaret(): number {
    return view.state.doc.lineAt(view.state.selection.main.head).number - 1
  }

  /** A person's change goes to core first: what core cannot say is not made. */
  function takeTransactions(transactions: readonly Transaction[]): void {
    for (const whole of transactions) {
      let transaction = whole
      let cut: CutInsertion | null = null
      if (transaction.docChanged && transaction.annotation(fromCore) === undefined) {
        cut = cutInsertion(transaction)
        if (cut !== null) {
          transaction = transaction.startState.update(cut.ends)
          pasteStep ??= session.newId()
          stopExpecting ??= session.expectMore()
        }
        const lines = planInCore(transaction)
        if (lines === null) {
          endPaste()
          return
        }
        setPlanned(transaction, lines)
        follow.touched()
        follow.scrollsItself()
      }
      view.update([transaction])
      waiting.follow(transaction.changes)
      if (cut !== null) {
        waiting.add(cut)
        endPaste()
      }
      hearCaret(transaction)
    }
    if (!leavesBlank()) return
    commitBlanks()
  }

  function endPaste(): void {
    if (waiting.isWaiting) return
    pasteStep = null
    stopExpecting?.()
    stopExpecting = null
  }

  function planInCore(transaction: Transaction): Lines | null {
    const lines = transaction.startState.field(linesField)
    const { changes, startState, newDoc } = transaction
    const newId = (): string => session.newId()
    const plan = planEdits(lines, changes, startState.doc, newDoc, newId, session.limits)
    if (plan === null) return null
    const { blanks } = plan
    const endsEmpty = emptiedIds(lines.blanks).some((id) => !emptiedIds(blanks).includes(id))
    if (lines.transcript === session.state.transcript) {
      const goesOnIn = endsEmpty ? emptyingStepNow() : null
      if (pasteStep !== null) pasteStep = goesOnIn ?? pasteStep
      applyOwn(plan.edits, goesOnIn, plan.transcript)
      if (emptiedIds(blanks).length > emptiedIds(lines.blanks).length) {
        emptyingStep = plan.edits.length === 0 ? null : (session.state.undo?.stepId ?? null)
      }
      return { transcript: session.state.transcript, blanks }
    }
    // While letters are composed others go on: the edit is carried over to what they made, this text follows later.
    const { carried } = carryEdits(session.state.transcript, plan.edits)
    applyOwn(carried.flatMap((each) => (each.outcome === 'applied' ? [each.edit] : [])))
    isBehind = true
    queueMicrotask(catchUp)
    return { transcript: plan.transcript, blanks }
  }

  /** `after`: what they make of the session's transcript, where it is known. */
  function applyOwn(edits: readonly Edit[], goesOnIn: string | null = null, after?: Transcript): void {
    if (edits.length === 0) return
    const stepId = pasteStep ?? composingStep ?? goesOnIn
    session.apply(edits, {
      origin,
      ...(stepId === null ? {} : { stepId }),
      ...(after === undefined ? {} : { after }),
    })
    if (composingLine !== null) composingStep ??= session.state.undo?.stepId ?? null
  }

  /** Null where something else was done since. */
  function emptyingStepNow(): string | null {
    return session.state.undo?.stepId === emptyingStep ? emptyingStep : null
  }

  function catchUp(): void {
    if (isBehind && composingLine === null) syncFromCore()
  }

  function caretLines(): Set<number> {
    const { doc, selection } = view.state
    return new Set(selection.ranges.map((range) => doc.lineAt(range.head).number - 1))
  }

  /** A line without text is left: it goes, and with it the paragraph whose text was deleted. */
  function leavesBlank(): boolean {
    const { blanks, transcript } = linesNow()
    if (blanks.length === 0 || transcript.paragraphs.length === 0) return false
    const carets = caretLines()
    return blanks.some((blank) => !carets.has(blank.line))
  }

  function commitBlanks(all = false): void {
    const { blanks, transcript } = linesNow()
    const carets = all ? new Set<number>() : caretLines()
    const gone = blanks.filter((blank) => !carets.has(blank.line) && blank.paragraphId !== null)
    const present = new Set(session.state.transcript.paragraphs.map((paragraph) => paragraph.id))
    const edits = gone.flatMap(({ paragraphId }) =>
      paragraphId !== null && present.has(paragraphId)
        ? [replaceTextEdit(transcript, { id: session.newId(), paragraphId, text: '' })]
        : [],
    )
    applyOwn(edits, emptyingStepNow())
    syncFromCore(all)
  }

  function onCoreChange(change: SessionChange): void {
    if (change.origin === origin) return
    const paragraph = composingLine === null ? null : paragraphOfLine(linesNow(), composingLine)
    const isComposed =
      composingLine !== null && (paragraph === null || change.touched.paragraphIds.includes(paragraph.id))
    if (isComposed || isBehind) isBehind = true
    else syncFromCore()
  }

  /** The text as core has it. */
  function syncFromCore(withoutBlanks = false): void {
    isBehind = false
    const { transcript } = session.state
    const carets = withoutBlanks ? new Set<number>() : caretLines()
    const { main } = view.state.selection
    const [anchorWas, headWas] = [main.anchor, main.head].map((at) =>
      caretPlace(linesNow(), view.state.doc, at),
    )
    const { changes, lines } = coreChanges(linesNow(), view.state.doc, transcript, carets)
    const last = changes.at(-1)
    const shown = showsUndo && last !== undefined ? view.state.changes([...changes]) : null
    follow.scrollsItself()
    view.dispatch({ changes: [...changes], annotations: fromCore.of(lines) })
    if (shown === null) {
      keepSelection(anchorWas ?? null, headWas ?? null)
      return
    }
    let at = 0
    shown.iterChanges((_fromA, _toA, _fromB, toB) => {
      at = toB
    })
    const anchor = Math.min(at, view.state.doc.length)
    view.dispatch({ selection: { anchor }, scrollIntoView: true })
  }

  /** The ends of the selection go with their words into other paragraphs. */
  function keepSelection(anchorWas: CaretPlace | null, headWas: CaretPlace | null): void {
    const { doc, selection } = view.state
    const moved = (caret: CaretPlace | null): number | null =>
      caret === null ? null : movedCaret(linesNow(), doc, caret)
    const anchor = moved(anchorWas)
    const head = moved(headWas)
    if (anchor === null && head === null) return
    view.dispatch({
      selection: { anchor: anchor ?? selection.main.anchor, head: head ?? selection.main.head },
    })
  }

  /** A click puts the sound where the caret is; keys do so while it stands still. */
  function hearCaret(transaction: Transaction): void {
    if (transaction.docChanged || transaction.selection === undefined || !view.state.selection.main.empty)
      return
    const isClick = transaction.isUserEvent('select.pointer')
    if (!isClick && (player.state.playing || !transaction.isUserEvent('select'))) return
    const startMs = startAt(view.state.selection.main.head)
    if (startMs !== null) follow.seekFromText(startMs)
  }

  function startAt(position: number): number | null {
    const line = view.state.doc.lineAt(position)
    const paragraph = paragraphOfLine(linesNow(), line.number - 1)
    if (paragraph === null) return null
    const word = paragraph.words[wordIndexAt(paragraph, position - line.from)]
    return word?.startMs ?? null
  }

  function onNameClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button[data-paragraph]') : null
    if (button instanceof HTMLElement) options.onName(button.dataset['paragraph'] ?? '')
  }

  /** Says of a word that was put in that it is a time, in the same step of undo. */
  function markTime(line: number, offset: number, time: string): void {
    const paragraph = paragraphOfLine(linesNow(), line)
    const word = paragraph?.words[wordIndexAt(paragraph, offset)]
    const { transcript, undo } = session.state
    // Core may have refused it; others may have changed what was there.
    if (word?.text.trim() !== time || findWord(transcript, word.id) === null) return
    const id = session.newId()
    const mark = { id: `${id}.0`, kind: 'time' as const, fromWordId: word.id, toWordId: word.id, value: null }
    session.apply([setMarkEdit(transcript, { id, mark })], {
      origin: 'time',
      ...(undo === null ? {} : { stepId: undo.stepId }),
    })
  }

  function select(anchor: number, head: number): void {
    follow.scrollsItself()
    view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(head, { y: 'center' }),
    })
  }

  /** What was asked for last is shown where it happens. */
  async function takeBack(way: 'undo' | 'redo'): Promise<void> {
    // A paste is taken back whole.
    if (waiting.isWaiting) await waiting.done()
    // A deletion that core does not know of yet is what was done last.
    surface.settle()
    showsUndo = true
    try {
      await session[way]()
    } catch (error) {
      options.onFailed(error)
    } finally {
      showsUndo = false
    }
  }

  const surface: Surface = {
    get selection() {
      return selectionOf(view.state)
    },
    get hasFocus() {
      return view.hasFocus
    },
    scroller: view.scrollDOM,
    copySelection: () => copySelection(view, copyOptions()),
    selectionEdges: () => selectionEdges(view),
    get place() {
      return textPlace(view)
    },
    focus: () => view.focus(),
    setDoubts: (doubts) => view.dispatch({ effects: showMarks.of({ doubts }) }),
    setShowsChanges: (changes) => view.dispatch({ effects: showMarks.of({ changes }) }),
    setHits(hits, hitNow) {
      const isSame = hitNow?.paragraphId === shownHit?.paragraphId && hitNow?.from === shownHit?.from
      shownHit = hitNow
      const line = hitNow === null || isSame ? null : positions.lineOf(hitNow.paragraphId)
      const marks = showMarks.of({ hits, hitNow })
      if (hitNow === null || line === null) view.dispatch({ effects: marks })
      else {
        follow.scrollsItself()
        const at = Math.min(line.to, line.from + hitNow.from)
        const scroll = EditorView.scrollIntoView(at, { y: 'nearest', yMargin: HIT_MARGIN_PX })
        view.dispatch({ effects: [marks, scroll] })
      }
    },
    setListening(listening) {
      if (view.state.field(listeningField) !== listening) {
        view.dispatch({ effects: setListening.of(listening) })
      }
    },
    selectWords(fromWordId, toWordId, { focus = false } = {}) {
      const from = positions.ofWord(fromWordId, false)
      const to = positions.ofWord(toWordId, true)
      if (from === null || to === null) return
      select(from, to)
      if (focus) view.focus()
    },
    selectText(paragraphId, from, to) {
      const line = positions.lineOf(paragraphId)
      if (line === null) return
      select(Math.min(line.to, line.from + from), Math.min(line.to, line.from + to))
    },
    goToParagraph(paragraphId) {
      const line = positions.lineOf(paragraphId)
      if (line !== null) select(line.from, line.from)
    },
    goToTime(ms) {
      const at = positions.ofTime(ms)
      if (at !== null) select(at, at)
    },
    goToPlace(place) {
      const back = backToPlace(view, place)
      if (back === null) return false
      follow.scrollsItself()
      view.dispatch(back)
      return true
    },
    insertTime(time) {
      const line = view.state.doc.lineAt(view.state.selection.main.to)
      const paragraph = paragraphOfLine(linesNow(), line.number - 1)
      const known = paragraph !== null && lineText(paragraph) === line.text ? paragraph : null
      const offset = view.state.selection.main.to - line.from
      const insertion = timeInsertion(known, line.text, offset, time)
      view.dispatch({
        changes: { from: line.from + insertion.at, insert: insertion.text },
        selection: { anchor: line.from + insertion.caret },
        scrollIntoView: true,
        userEvent: 'input',
      })
      markTime(line.number - 1, insertion.timeAt, time)
    },
    async nameOf(paragraphId) {
      const line = positions.lineOf(paragraphId)
      if (line === null) return null
      const find = (): HTMLElement | null =>
        view.contentDOM.querySelector(`button[data-paragraph="${CSS.escape(paragraphId)}"]`)
      if (find() === null) {
        follow.scrollsItself()
        view.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: 'center' }) })
        await new Promise<void>((resolve) => {
          view.requestMeasure({ read: () => resolve() })
        })
      }
      return find()
    },
    undo: () => void takeBack('undo'),
    redo: () => void takeBack('redo'),
    settle() {
      waiting.finish()
      if (emptiedIds(linesNow().blanks).length > 0) commitBlanks(true)
    },
    close() {
      surface.settle()
      window.removeEventListener('pagehide', onPageHide)
      stopChanges()
      stopSpoken()
      follow.close()
      view.destroy()
    },
  }
  return surface
}

/** Paragraphs whose text is all deleted, core not knowing yet. */
function emptiedIds(blanks: readonly BlankLine[]): string[] {
  return blanks.flatMap(({ paragraphId }) => (paragraphId === null ? [] : [paragraphId]))
}

function linesOf(transcript: Transcript): Lines {
  return { transcript, blanks: transcript.paragraphs.length === 0 ? [{ line: 0, paragraphId: null }] : [] }
}
