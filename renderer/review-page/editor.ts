import type { ReviewText } from '#core/review/review-texts'
import type { PageTexts } from './page-texts.ts'
import { type ReviewedPage, textElement } from './page-data.ts'
import type { ReviewState } from './review-state.ts'

/** The paragraph that is open to be corrected; one at a time. */
export interface Editor {
  readonly open: (paragraph: number, at?: OpenAt) => void
  readonly close: () => void
  /** Null: none is open. */
  readonly paragraph: () => number | null
}

/** Where the caret is, or a place whose words are selected. */
export interface OpenAt {
  readonly caret?: number
  readonly place?: number
}

interface EditorEvents {
  readonly onHearPlace: (place: number) => void
  readonly onHear: (paragraph: number) => void
  /** Text, comment or place changed. */
  readonly onChange: (paragraph: number) => void
  readonly onClose: (paragraph: number) => void
}

export function createEditor(
  page: ReviewedPage,
  state: ReviewState,
  texts: PageTexts,
  events: EditorEvents,
): Editor {
  let opened: { readonly paragraph: number; readonly form: HTMLElement } | null = null

  const close = (): void => {
    if (opened === null) return
    const { paragraph, form } = opened
    opened = null
    const hadFocus = form.contains(form.ownerDocument.activeElement)
    form.remove()
    const element = page.paragraphOf(paragraph)
    setShown(element, true)
    events.onClose(paragraph)
    if (hadFocus) element.querySelector<HTMLElement>('.pen')?.focus()
  }

  const open = (paragraph: number, { caret, place }: OpenAt = {}): void => {
    if (opened?.paragraph !== paragraph) {
      close()
      const element = page.paragraphOf(paragraph)
      const form = editorForm(page, state, texts, events, paragraph, close)
      setShown(element, false)
      element.append(form)
      opened = { paragraph, form }
    }
    const text = opened.form.querySelector<HTMLTextAreaElement>('textarea.text')
    const at = place === undefined ? null : state.placeNow(place)
    opened.form.scrollIntoView({ block: 'nearest' })
    text?.focus()
    if (at !== null) text?.setSelectionRange(at.from, at.to)
    else if (caret !== undefined) text?.setSelectionRange(caret, caret)
  }
  return { open, close, paragraph: () => opened?.paragraph ?? null }
}

function setShown(paragraph: HTMLElement, isShown: boolean): void {
  const remark = paragraph.querySelector<HTMLElement>('.remark')
  const pen = paragraph.querySelector<HTMLElement>('.pen')
  for (const element of [textElement(paragraph), remark, pen]) if (element !== null) element.hidden = !isShown
}

function editorForm(
  page: ReviewedPage,
  state: ReviewState,
  texts: PageTexts,
  events: EditorEvents,
  paragraph: number,
  close: () => void,
): HTMLElement {
  const { ownerDocument: document } = page.paragraphOf(paragraph)
  const form = document.createElement('div')
  form.className = 'editor'
  form.lang = texts.language
  const text = field(document, texts, 'text', state.textOf(paragraph))
  text.area.className = 'text'
  text.area.lang = document.querySelector('main')?.lang ?? ''
  const comment = field(document, texts, 'comment', state.commentOf(paragraph))
  const places = document.createElement('ul')
  const showPlaces = (): void => {
    const lines = page.placesOf(paragraph).map(([place]) => placeLine(document, page, state, texts, place))
    places.replaceChildren(...lines.filter((line) => line !== null))
    places.hidden = places.childElementCount === 0
  }
  showPlaces()
  text.area.addEventListener('input', () => {
    // Shown again only if a place is no longer there: not on each key.
    const before = places.childElementCount
    state.setText(paragraph, text.area.value)
    const now = page.placesOf(paragraph).filter(([place]) => state.placeNow(place) !== null).length
    if (now !== before) showPlaces()
    fit(text.area)
    events.onChange(paragraph)
  })
  comment.area.addEventListener('input', () => {
    state.setComment(paragraph, comment.area.value)
    fit(comment.area)
    events.onChange(paragraph)
  })
  places.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    const place = Number(button?.dataset.of)
    if (button === null) return
    if (button.dataset.t === 'place.hear') events.onHearPlace(place)
    else {
      state.setRight(place, !state.isRight(place))
      button.setAttribute('aria-pressed', String(state.isRight(place)))
      events.onChange(paragraph)
    }
  })
  const row = document.createElement('p')
  row.className = 'row'
  row.append(
    action(document, texts, 'done', close, 'main'),
    action(document, texts, 'hear', () => events.onHear(paragraph), 'line'),
    action(
      document,
      texts,
      'restore',
      () => {
        text.area.value = page.originalOf(paragraph)
        text.area.dispatchEvent(new Event('input'))
        text.area.focus()
      },
      'line',
    ),
  )
  form.append(places, text.label, comment.label, row)
  queueMicrotask(() => {
    fit(text.area)
    fit(comment.area)
  })
  return form
}

function placeLine(
  document: Document,
  page: ReviewedPage,
  state: ReviewState,
  texts: PageTexts,
  place: number,
): HTMLElement | null {
  const kind = page.data.places[place]?.kind
  const at = state.placeNow(place)
  if (kind === undefined || at === null) return null
  const line = document.createElement('li')
  const said = document.createElement('span')
  const paragraph = page.data.places[place]?.paragraph ?? 0
  texts.write(said, `place.${kind}`, { words: state.textOf(paragraph).slice(at.from, at.to) })
  const buttons = document.createElement('span')
  buttons.className = 'row'
  for (const key of ['place.hear', 'place.right'] as const) {
    if (key === 'place.hear' && page.data.sound === null) continue
    const button = action(document, texts, key, () => undefined, 'line')
    button.dataset.of = String(place)
    if (key === 'place.right') button.setAttribute('aria-pressed', String(state.isRight(place)))
    buttons.append(button)
  }
  line.append(said, buttons)
  return line
}

function field(document: Document, texts: PageTexts, key: ReviewText, value: string) {
  const label = document.createElement('label')
  const name = document.createElement('span')
  texts.write(name, key)
  const area = document.createElement('textarea')
  area.rows = 1
  area.value = value
  area.maxLength = 50_000
  label.append(name, area)
  return { label, area }
}

function action(
  document: Document,
  texts: PageTexts,
  key: ReviewText,
  run: () => void,
  look: 'main' | 'line',
): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = look
  texts.write(button, key)
  button.addEventListener('click', run)
  return button
}

/** As high as its text; browsers with `field-sizing` do it themselves, without a layout for each key. */
function fit(area: HTMLTextAreaElement): void {
  if (globalThis.CSS?.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}
