import { readableTime } from '#core/notation/clock'
import { createDraftStore, type Draft } from './draft.ts'
import { createEditor } from './editor.ts'
import { byId, optional, readPage, textElement } from './page-data.ts'
import { createTexts } from './page-texts.ts'
import { wirePlaceKeys } from './place-keys.ts'
import { createPlayer } from './player.ts'
import { createState } from './review-state.ts'
import { wireSendDialog } from './send-dialog.ts'
import { showParagraph } from './show-paragraph.ts'

/** Before and after the words of a place, in ms. */
const AROUND_MS = 1_500

/** Makes the page of a window answer to keys and clicks. */
export function wirePage(window: Window): void {
  const { document } = window
  const page = readPage(document)
  const { data } = page
  const store = createDraftStore(window, data.review)
  const texts = createTexts(document, data)
  const state = createState(page, store)
  const main = document.querySelector('main')
  if (main === null) throw new Error('no text')

  const play = optional(document, 'play')
  const time = optional(document, 'time')
  let lit: HTMLElement | null = null
  const player = createPlayer(window, data.sound, {
    onTime(ms) {
      if (time !== null) time.textContent = readableTime(ms)
      const index = data.paragraphs.findLastIndex(({ startMs, endMs }) => startMs <= ms && endMs > ms)
      const now = index < 0 ? null : page.paragraphOf(index)
      if (now === lit) return
      lit?.classList.remove('now')
      now?.classList.add('now')
      lit = now
    },
    onPlaying(isPlaying) {
      if (play !== null) texts.write(play, isPlaying ? 'pause' : 'play')
    },
    onUnplayable: () => texts.write(byId(document, 'sound-state'), 'sound.unplayable'),
  })
  const hearParagraph = (index: number): void => {
    const paragraph = data.paragraphs[index]
    if (paragraph !== undefined) player?.play(paragraph.startMs, null)
  }
  const hearPlace = (index: number): void => {
    const place = data.places[index]
    if (place !== undefined) player?.play(Math.max(0, place.startMs - AROUND_MS), place.endMs + AROUND_MS)
  }

  const progress = optional(document, 'progress')
  let shownDone = -1
  const showProgress = (): void => {
    const done = state.doneCount()
    if (progress === null || done === shownDone) return
    shownDone = done
    texts.write(progress, 'places', { done, all: data.places.length })
  }
  const editor = createEditor(page, state, texts, {
    onHear: hearParagraph,
    onHearPlace: hearPlace,
    onChange: () => showProgress(),
    onClose: (paragraph) => showParagraph(page, state, paragraph),
  })
  const places = wirePlaceKeys(document, {
    page,
    state,
    editor,
    hearPlace,
    hearParagraph,
    player,
    showProgress,
  })

  main.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    const paragraph = Number(target.closest<HTMLElement>('.par')?.dataset.p ?? Number.NaN)
    if (Number.isNaN(paragraph) || target.closest('.editor') !== null) return
    const place = target.closest<HTMLElement>('.place')
    if (place !== null) places.open(Number(place.dataset.place))
    else if (target.closest('.at') !== null) hearParagraph(paragraph)
    else if (target.closest('.pen') !== null) editor.open(paragraph)
    else if (window.getSelection()?.isCollapsed !== false && target.closest('p:not(.remark)') !== null)
      editor.open(paragraph, { caret: caretIn(page.paragraphOf(paragraph), window) })
  })
  play?.addEventListener('click', () => player?.toggle())
  optional(document, 'back')?.addEventListener('click', () => player?.back(5_000))
  const speed = optional<HTMLSelectElement>(document, 'speed')
  speed?.addEventListener('change', () => player?.setSpeed(Number(speed.value)))
  document.addEventListener('click', ({ target }) => {
    const voice = target instanceof HTMLElement ? target.dataset.hearVoice : undefined
    const first = data.paragraphs.findIndex((paragraph) => paragraph.voice === Number(voice))
    if (voice !== undefined && first >= 0) hearParagraph(first)
  })

  const nameVoice = (voice: number, name: string): void => {
    for (const heading of document.querySelectorAll(`[data-voice="${voice}"]`))
      heading.textContent = name.trim() === '' ? (data.voices[voice]?.label ?? '') : name
  }
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-voice-name]')]
  const showVoices = (): void => {
    for (const [voice, input] of inputs.entries()) {
      const typed = store.draft.voices[voice]
      if (typed === undefined) continue
      input.value = typed
      nameVoice(voice, typed)
    }
  }
  for (const [voice, input] of inputs.entries()) {
    input.addEventListener('input', () => {
      store.change({ voices: { ...store.draft.voices, [voice]: input.value } })
    })
    // Not with each key: a voice may have a thousand headings.
    input.addEventListener('change', () => nameVoice(voice, input.value))
  }
  showVoices()

  const language = byId<HTMLSelectElement>(document, 'language')
  language.addEventListener('change', () => {
    const chosen = language.value === 'fr' ? 'fr' : 'en'
    store.change({ language: chosen })
    texts.change(chosen)
  })

  wireSendDialog(window, page, state, store, texts)
  const kept = byId(document, 'kept')
  const showKept = (): void => texts.write(kept, store.isKept ? 'kept' : 'kept.not')
  let wasKept = store.isKept
  store.onChange(() => {
    if (wasKept !== store.isKept) showKept()
    wasKept = store.isKept
  })
  showKept()
  const showWritten = (...drafts: readonly Draft[]): void => {
    const indexes = drafts.flatMap(({ texts: changed, comments, right }) => [
      ...[...Object.keys(changed), ...Object.keys(comments)].map(Number),
      ...right.map((place) => data.places[place]?.paragraph ?? -1),
    ])
    for (const index of new Set(indexes))
      if (data.paragraphs[index] !== undefined && index !== editor.paragraph())
        showParagraph(page, state, index)
    showProgress()
  }
  store.onOther((before) => {
    showWritten(before, store.draft)
    showVoices()
  })
  showWritten(store.draft)
  if (store.draft.language !== null && store.draft.language !== data.language) {
    language.value = store.draft.language
    texts.change(store.draft.language)
  }
}

/** Where in a paragraph's text the click was. */
function caretIn(paragraph: HTMLElement, window: Window): number {
  const selection = window.getSelection()
  const text = textElement(paragraph)
  const node = selection?.anchorNode ?? null
  if (selection === null || node === null || !text.contains(node)) return 0
  const before = window.document.createRange()
  before.setStart(text, 0)
  before.setEnd(node, selection.anchorOffset)
  return before.toString().length
}
