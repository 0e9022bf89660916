import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { formatDuration } from '../../ui/format-duration.ts'
import { chapterLines } from '#core/chapters/chapter-lines'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'

/** A chapter as the text shows it. */
export interface ChapterHeading {
  readonly id: string
  readonly atMs: number
  readonly text: string
}

export const showChapters = StateEffect.define<readonly ChapterHeading[]>()

interface Headings {
  /** In order of time. */
  readonly chapters: readonly ChapterHeading[]
  /** The line of each (`chapterLines`). */
  readonly lines: readonly number[]
  readonly widgets: DecorationSet
}

/** The titles of chapters above the paragraphs in which they begin; not part of the text. */
export const chapterHeadings = StateField.define<Headings>({
  create: () => ({ chapters: [], lines: [], widgets: Decoration.none }),
  update(headings, transaction) {
    const shown = transaction.effects.findLast((effect) => effect.is(showChapters))?.value
    const { state, startState, docChanged, changes } = transaction
    if (shown === undefined && headings.chapters.length === 0) return headings
    const isSameText = startState.field(linesField) === state.field(linesField) && !docChanged
    if (shown === undefined && isSameText) return headings
    const chapters = shown ?? headings.chapters
    const lines = linesOf(state, chapters)
    const isSame = shown === undefined && lines.every((line, index) => line === headings.lines[index])
    // Typing within a line does not move anything else.
    if (isSame && state.doc.lines === startState.doc.lines)
      return docChanged ? { ...headings, widgets: headings.widgets.map(changes) } : headings
    return { chapters, lines, widgets: widgetsOf(state, chapters, lines) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ widgets }) => widgets),
})

function linesOf(state: EditorState, chapters: readonly ChapterHeading[]): number[] {
  const lines = state.field(linesField)
  const paragraphs = Array.from({ length: state.doc.lines }, (_, line) => paragraphOfLine(lines, line))
  return chapterLines(
    paragraphs,
    chapters.map(({ atMs }) => atMs),
  )
}

function widgetsOf(
  { doc }: EditorState,
  chapters: readonly ChapterHeading[],
  lines: readonly number[],
): DecorationSet {
  const ranges = chapters.map((chapter, index) => {
    const line = lines[index] ?? doc.lines
    const widget = new Heading(chapter)
    // Placed before the speaker's name, which is a widget at the same position.
    return line < doc.lines
      ? Decoration.widget({ widget, block: true, side: -2 }).range(doc.line(line + 1).from)
      : Decoration.widget({ widget, block: true, side: 1 }).range(doc.length)
  })
  return Decoration.set(ranges, true)
}

class Heading extends WidgetType {
  readonly #chapter: ChapterHeading

  constructor(chapter: ChapterHeading) {
    super()
    this.#chapter = chapter
  }

  override eq(other: Heading): boolean {
    const { id, atMs, text } = other.#chapter
    return this.#chapter.id === id && this.#chapter.atMs === atMs && this.#chapter.text === text
  }

  override toDOM(): HTMLElement {
    const { atMs, text } = this.#chapter
    const heading = document.createElement('h2')
    heading.className = 'parolo-chapter'
    heading.contentEditable = 'false'
    const button = document.createElement('button')
    button.type = 'button'
    // Not in the tab order, which only contains the text: the list of chapters has it.
    button.tabIndex = -1
    button.dataset['chapterAt'] = String(atMs)
    const title = document.createElement('span')
    title.textContent = text
    const clock = document.createElement('time')
    clock.textContent = formatDuration(atMs)
    button.append(title, ' ', clock)
    heading.append(button)
    return heading
  }

  override get estimatedHeight(): number {
    return 52
  }

  override ignoreEvent(): boolean {
    return true
  }
}
