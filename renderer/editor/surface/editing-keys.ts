import { standardKeymap } from '@codemirror/commands'
import { Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, type Command, type KeyBinding } from '@codemirror/view'

export interface EditingActions {
  readonly undo: () => void
  readonly redo: () => void
  /** Assigns the nth speaker, from 1. */
  readonly speakerDigit: (number: number) => void
  /** Assigns another speaker from here on. */
  readonly speakerOnwards: () => void
  /** Finishes a place to check; false if none is being corrected. */
  readonly finishCorrection: () => boolean
  /** Strikes or restores what is selected; null where keys change the text. */
  readonly strike: () => (() => void) | null
}

/** Splits the paragraph at the caret; spaces at the cut are removed, as in core. */
const splitParagraph: Command = (view) => {
  const { state } = view
  const { from, to } = state.selection.main
  const before = state.doc.lineAt(from)
  const after = state.doc.lineAt(to)
  const head = before.text.slice(0, from - before.from)
  const tail = after.text.slice(to - after.from)
  // One blank line is enough for new text; a second one would have no effect.
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

/** Backspace at the start of a paragraph, Delete at its end: joins both with one space. */
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
 * Key bindings of the text. CodeMirror's history is not used: undo belongs to core, including undo requested by the
 * browser or a menu through `beforeinput`, which would otherwise change only the text.
 */
export function editingKeys(actions: EditingActions): Extension {
  const toCommand = (run: () => void): Command => {
    return () => {
      run()
      return true
    }
  }
  const strikes: Command = () => {
    const strike = actions.strike()
    strike?.()
    return strike !== null
  }
  const digits = Array.from({ length: 9 }, (_, index): KeyBinding => {
    return {
      key: `Alt-${index + 1}`,
      run: toCommand(() => actions.speakerDigit(index + 1)),
      preventDefault: true,
    }
  })
  return [
    Prec.high(
      keymap.of([
        { key: 'Backspace', run: strikes, preventDefault: true },
        { key: 'Delete', run: strikes, preventDefault: true },
        { key: 'Enter', run: (view) => actions.finishCorrection() || splitParagraph(view) },
        { key: 'Shift-Enter', run: toCommand(actions.speakerOnwards) },
        { key: 'Backspace', run: joinParagraphs(-1) },
        { key: 'Delete', run: joinParagraphs(1) },
        { key: 'Mod-z', run: toCommand(actions.undo), preventDefault: true },
        { key: 'Mod-y', run: toCommand(actions.redo), preventDefault: true },
        { key: 'Mod-Shift-z', run: toCommand(actions.redo), preventDefault: true },
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
