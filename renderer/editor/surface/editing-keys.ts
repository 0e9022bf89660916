import { standardKeymap } from '@codemirror/commands'
import { Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, type Command, type KeyBinding } from '@codemirror/view'

export interface EditingActions {
  readonly undo: () => void
  readonly redo: () => void
  /** The nth speaker, from 1, said this. */
  readonly speakerDigit: (number: number) => void
  /** From here on somebody else speaks. */
  readonly speakerOnwards: () => void
  /** Done with a place of the list to check; false where none is being corrected. */
  readonly finishCorrection: () => boolean
}

/** A new paragraph at the caret; space at the cut goes, as in core. */
const splitParagraph: Command = (view) => {
  const { state } = view
  const { from, to } = state.selection.main
  const before = state.doc.lineAt(from)
  const after = state.doc.lineAt(to)
  const head = before.text.slice(0, from - before.from)
  const tail = after.text.slice(to - after.from)
  // One blank line is where something new is written; more would be nothing.
  if (head.trim() === '' && tail.trim() === '') return true
  const start = from - (head.length - head.trimEnd().length)
  const end = to + (tail.length - tail.trimStart().length)
  view.dispatch({
    changes: { from: start, to: end, insert: '\n' },
    selection: { anchor: start + 1 },
    scrollIntoView: true,
    userEvent: 'input',
  })
  return true
}

/** Backspace at the start of a paragraph, Delete at its end: one space parts what is joined. */
function joinParagraphs(direction: -1 | 1): Command {
  return (view) => {
    const { state } = view
    const { main } = state.selection
    const line = state.doc.lineAt(main.head)
    const isEdge = direction < 0 ? main.head === line.from : main.head === line.to
    if (!main.empty || !isEdge) return false
    const number = line.number + direction
    if (number < 1 || number > state.doc.lines) return false
    const other = state.doc.line(number)
    const [first, second] = direction < 0 ? [other, line] : [line, other]
    const isParted =
      first.text === '' || second.text === '' || /\s$/u.test(first.text) || /^\s/u.test(second.text)
    view.dispatch({
      changes: { from: first.to, to: second.from, insert: isParted ? '' : ' ' },
      selection: { anchor: first.to },
      scrollIntoView: true,
      userEvent: 'delete',
    })
    return true
  }
}

/**
 * The keys of the text itself. CodeMirror's own history is not there: undo is core's, and so is what the browser or a
 * menu asks for by `beforeinput`, which else would change the text alone.
 */
export function editingKeys(actions: EditingActions): Extension {
  const told = (run: () => void): Command => {
    return () => {
      run()
      return true
    }
  }
  const digits = Array.from({ length: 9 }, (_, index): KeyBinding => {
    return { key: `Alt-${index + 1}`, run: told(() => actions.speakerDigit(index + 1)), preventDefault: true }
  })
  return [
    Prec.high(
      keymap.of([
        { key: 'Enter', run: (view) => actions.finishCorrection() || splitParagraph(view) },
        { key: 'Shift-Enter', run: told(actions.speakerOnwards) },
        { key: 'Backspace', run: joinParagraphs(-1) },
        { key: 'Delete', run: joinParagraphs(1) },
        { key: 'Mod-z', run: told(actions.undo), preventDefault: true },
        { key: 'Mod-y', run: told(actions.redo), preventDefault: true },
        { key: 'Mod-Shift-z', run: told(actions.redo), preventDefault: true },
        ...digits,
      ]),
    ),
    keymap.of(standardKeymap),
    EditorView.domEventHandlers({
      beforeinput(event) {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
        event.preventDefault()
        if (event.inputType === 'historyUndo') actions.undo()
        else actions.redo()
        return true
      },
    }),
  ]
}
