import { Decoration, WidgetType } from '@codemirror/view'
import type { MarginEntry } from './margin-entries.ts'
import type { SurfaceWords } from './surface-words.ts'

/** A speaker's appearance in the margin. */
export interface Voice {
  readonly name: string
  /** Value of the `data-v` attribute. */
  readonly voice: number
  readonly lane: number
}

export function nameWidget(
  entry: MarginEntry,
  voices: ReadonlyMap<string, Voice>,
  words: SurfaceWords,
): Decoration {
  const voice = entry.speakerId === null ? undefined : voices.get(entry.speakerId)
  const name = voice?.name ?? words.nobody
  const widget = new NameWidget({
    paragraphId: entry.paragraphId,
    name,
    voice: voice?.voice ?? 0,
    time: entry.time,
    hasName: entry.hasName,
    label: words.speakerButton(name, entry.time),
  })
  return Decoration.widget({ widget, block: true, side: -1 })
}

/** The note after the last line that the engine is still writing. */
export function listeningWidget(words: SurfaceWords): Decoration {
  const widget = new ListeningNote(words.listening)
  return Decoration.widget({ widget, block: true, side: 1 })
}

interface NameLook {
  readonly paragraphId: string
  readonly name: string
  readonly voice: number
  readonly time: string
  readonly hasName: boolean
  readonly label: string
}

/** A widget without height, positioned in the margin; unlike a gutter it is in the accessibility tree. */
class NameWidget extends WidgetType {
  readonly #look: NameLook

  constructor(look: NameLook) {
    super()
    this.#look = look
  }

  override eq(other: NameWidget): boolean {
    const a = this.#look
    const b = other.#look
    return (
      a.paragraphId === b.paragraphId &&
      a.hasName === b.hasName &&
      a.voice === b.voice &&
      a.label === b.label &&
      a.time === b.time
    )
  }

  override toDOM(): HTMLElement {
    const { paragraphId, name, voice, time, hasName, label } = this.#look
    const place = document.createElement('div')
    place.className = 'parolo-who'
    place.contentEditable = 'false'
    const button = document.createElement('button')
    button.type = 'button'
    // Not in the tab order, which has only the text: a key opens the choice at the caret.
    button.tabIndex = -1
    button.dataset['paragraph'] = paragraphId
    button.dataset['v'] = String(voice)
    button.ariaLabel = label
    const clock = document.createElement('time')
    clock.textContent = time
    if (hasName) {
      const shown = document.createElement('span')
      shown.textContent = name
      // The space is for screen readers: both are on separate lines.
      button.append(shown, ' ')
    } else place.classList.add('parolo-more')
    button.append(clock)
    place.append(button)
    return place
  }

  override get estimatedHeight(): number {
    return 0
  }

  override ignoreEvent(): boolean {
    return true
  }
}

class ListeningNote extends WidgetType {
  readonly #text: string

  constructor(text: string) {
    super()
    this.#text = text
  }

  override eq(other: ListeningNote): boolean {
    return other.#text === this.#text
  }

  override toDOM(): HTMLElement {
    const note = document.createElement('div')
    note.className = 'parolo-listening'
    note.contentEditable = 'false'
    note.textContent = this.#text
    return note
  }

  override get estimatedHeight(): number {
    return 120
  }

  override ignoreEvent(): boolean {
    return true
  }
}
