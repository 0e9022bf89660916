import type { ChangeDesc } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { linesBelow, type CutInsertion } from './cut-insertion.ts'

/** The rest of long insertions: inserted slice by slice, one task each, so that the page stays responsive. */
export interface WaitingLines {
  readonly isWaiting: boolean
  add(cut: CutInsertion): void
  /** Maps positions through a change of the text, including a slice. */
  follow(changes: ChangeDesc): void
  /** Inserts everything that is left, synchronously. */
  finish(): void
  /** Resolves once nothing is waiting. */
  done(): Promise<void>
}

interface Waiting {
  at: number
  readonly slices: (readonly string[])[]
}

/** Whether the caret is in view; otherwise the user has scrolled away and is not moved back. */
function seesCaret(view: EditorView): boolean {
  const { head } = view.state.selection.main
  return head >= view.viewport.from && head <= view.viewport.to
}

/** @param onDone called once nothing is waiting */
export function waitingLines(viewNow: () => EditorView, onDone: () => void): WaitingLines {
  const all: Waiting[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let whenDone: (() => void)[] = []
  const putNext = (): void => {
    const [first] = all
    const slice = first?.slices[0]
    if (first === undefined || slice === undefined) return
    const view = viewNow()
    const { doc } = view.state
    const spec = linesBelow(doc, first.at, slice)
    first.at = spec.changes.from
    view.dispatch({ ...spec, scrollIntoView: seesCaret(view) })
    if (view.state.doc.lines < doc.lines + slice.length) throw new Error('Pasted lines were not put in')
    first.slices.shift()
    if (first.slices.length === 0) all.shift()
  }
  const end = (): void => {
    clearTimeout(timer)
    timer = undefined
    onDone()
    for (const resolve of whenDone) resolve()
    whenDone = []
  }
  const run = (): void => {
    putNext()
    if (all.length === 0) end()
    else timer = setTimeout(run)
  }
  return {
    get isWaiting() {
      return all.length > 0
    },
    add({ at, slices }) {
      if (slices.length === 0) return
      all.push({ at, slices: [...slices] })
      timer ??= setTimeout(run)
    },
    follow(changes) {
      for (const each of all) each.at = changes.mapPos(each.at, 1)
    },
    finish() {
      if (all.length === 0) return
      while (all.length > 0) putNext()
      end()
    },
    done: () => (all.length === 0 ? Promise.resolve() : new Promise((resolve) => whenDone.push(resolve))),
  }
}
