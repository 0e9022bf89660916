import type { Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { CopyOptions } from '#core/formats/documents/copied-text'
import { showChapters } from './chapter-headings.ts'
import { copyAndPaste, copySelection } from './copy-and-paste.ts'
import { CoreSync } from './core-sync.ts'
import { editingKeys } from './editing-keys.ts'
import { followSound } from './follow-sound.ts'
import { insertTime } from './insert-time.ts'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { listeningField, setListening } from './margin-names.ts'
import { showMoments } from './moment-diamonds.ts'
import { wordIndexAt } from './paragraph-layout.ts'
import { selectionEdges } from './selection-edges.ts'
import { selectionOf, wordsBetween } from './selection-of.ts'
import { spokenWord } from './spoken-word.ts'
import { surfacePlaces } from './surface-places.ts'
import { surfaceState } from './surface-state.ts'
import './surface.css'
import type { Surface, SurfaceOptions } from './surface.ts'
import { textPlace } from './text-place.ts'
import { textPositions } from './text-positions.ts'
import { showMarks } from './text-marks.ts'

/** Creates the editable text of a transcript: a thin layer over core's transcript, one line per paragraph. */
export function createSurface(options: SurfaceOptions): Surface {
  const { session, player, words } = options
  const spoken = spokenWord(player)
  const sync = new CoreSync({ session, view: () => view, follow: () => follow, takesChange: takeInCut })

  /** In the mode Cut deleting strikes words, and nothing else changes the text. */
  function takeInCut(transaction: Transaction): boolean {
    const cutting = options.cutting()
    if (cutting === null) return false
    const { changes, startState } = transaction
    let [from, to] = [startState.doc.length, 0]
    changes.iterChangedRanges((fromA, toA) => {
      from = Math.min(from, fromA)
      to = Math.max(to, toA)
    })
    const range = transaction.isUserEvent('delete') ? wordsBetween(startState, from, to) : null
    if (range === null) cutting.onTyped()
    else cutting.strike(range)
    return true
  }

  function copyOptions(): CopyOptions {
    return { speakerLabel: (number) => words.speakerLabel(number), times: options.copiesTimes() }
  }

  const view = new EditorView({
    parent: options.parent,
    state: surfaceState(session.state.transcript, words, [
      spoken.extension,
      editingKeys({
        undo: () => options.onHistory('undo'),
        redo: () => options.onHistory('redo'),
        speakerDigit: options.onSpeakerDigit,
        speakerOnwards: options.onSpeakerOnwards,
        finishCorrection: options.onFinishCorrection,
        strike: () => {
          const cutting = options.cutting()
          return cutting === null ? null : () => cutting.strike(null)
        },
      }),
      copyAndPaste({ options: copyOptions, clips: options.clips, onFailed: options.onFailed }),
      EditorView.domEventHandlers({
        compositionstart: () => sync.startComposing(),
        compositionend: () => sync.endComposing(),
      }),
      EditorView.updateListener.of((update) => {
        const lines = update.state.field(linesField)
        if (update.selectionSet || update.docChanged || update.startState.field(linesField) !== lines) {
          options.onSelection(selectionOf(view.state))
        }
      }),
    ]),
    dispatchTransactions: (transactions) => sync.take(transactions, seekToCaret),
  })
  view.scrollDOM.tabIndex = 0
  view.scrollDOM.setAttribute('role', 'group')
  view.scrollDOM.setAttribute('aria-label', words.scroller)
  const positions = textPositions(view, () => sync.lines)
  const follow = followSound(view, player, (ms) => positions.ofTime(ms))
  const stopSpoken = spoken.start(view, (span) => follow.show(span))
  const stopChanges = session.onChange((change) => sync.takeChange(change))
  const onPageHide = (): void => sync.commitAll()
  window.addEventListener('pagehide', onPageHide)
  const places = surfacePlaces(view, positions, follow)
  view.contentDOM.addEventListener('click', onButtonClick)

  /** Seeks to the caret: always on a click, on caret keys only while paused. */
  function seekToCaret(transaction: Transaction): void {
    if (transaction.docChanged || transaction.selection === undefined || !view.state.selection.main.empty)
      return
    const isClick = transaction.isUserEvent('select.pointer')
    if (!isClick && (player.state.playing || !transaction.isUserEvent('select'))) return
    const startMs = startAt(view.state.selection.main.head)
    if (startMs !== null) follow.seekFromText(startMs)
  }

  function startAt(position: number): number | null {
    const line = view.state.doc.lineAt(position)
    const paragraph = paragraphOfLine(sync.lines, line.number - 1)
    if (paragraph === null) return null
    const word = paragraph.words[wordIndexAt(paragraph, position - line.from)]
    return word?.startMs ?? null
  }

  let pressPause: (id: string) => void = () => undefined

  /** For a name in the margin, a chapter, or a pause. */
  function onButtonClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const paragraphId = button?.dataset['paragraph']
    const chapterAt = button?.dataset['chapterAt']
    const pauseId = button?.dataset['pause']
    if (pauseId !== undefined) pressPause(pauseId)
    if (paragraphId !== undefined) options.onName(paragraphId)
    if (chapterAt === undefined) return
    player.seek(Number(chapterAt))
    places.goToTime(Number(chapterAt))
  }

  async function undoOrRedo(way: 'undo' | 'redo'): Promise<void> {
    try {
      await sync.undoOrRedo(way)
    } catch (error) {
      options.onFailed(error)
    }
  }

  return {
    ...places,
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
    setComments: (comments) => view.dispatch({ effects: showMarks.of({ comments }) }),
    setShowsChanges: (changes) => view.dispatch({ effects: showMarks.of({ changes }) }),
    setMoments: (times) => view.dispatch({ effects: showMoments.of(times) }),
    setChapters: (chapters) => view.dispatch({ effects: showChapters.of(chapters) }),
    setPauses(pauses, onPress) {
      pressPause = onPress
      view.dispatch({ effects: showMarks.of({ pauses }) })
    },
    setChosenCut: (chosenCut) => view.dispatch({ effects: showMarks.of({ chosenCut }) }),
    setPart: (part) => view.dispatch({ effects: showMarks.of({ part }) }),
    setListening(listening) {
      if (view.state.field(listeningField) !== listening) {
        view.dispatch({ effects: setListening.of(listening) })
      }
    },
    insertTime: (time) => insertTime(view, session, time),
    undo: () => undoOrRedo('undo'),
    redo: () => undoOrRedo('redo'),
    commitAll: () => sync.commitAll(),
    close() {
      sync.commitAll()
      window.removeEventListener('pagehide', onPageHide)
      stopChanges()
      stopSpoken()
      follow.close()
      view.destroy()
    },
  }
}
