import { Decoration, WidgetType } from '@codemirror/view'
import type { TimeSpan } from '#core/transcript/time-span'

/** A pause after a word, as a button. */
export interface PauseChip extends TimeSpan {
  readonly id: string
  readonly wordId: string
  /** How long it is. */
  readonly text: string
  /** What pressing it does. */
  readonly label: string
  readonly isCut: boolean
}

/** Placed after the word. */
export const pauseWidget = (chip: PauseChip, isChosen: boolean): Decoration =>
  Decoration.widget({ widget: new PauseWidget(chip, isChosen), side: 1 })

class PauseWidget extends WidgetType {
  readonly #chip: PauseChip
  readonly #isChosen: boolean

  constructor(chip: PauseChip, isChosen: boolean) {
    super()
    this.#chip = chip
    this.#isChosen = isChosen
  }

  override eq(other: PauseWidget): boolean {
    const { id, text, label, isCut } = other.#chip
    const own = this.#chip
    return (
      other.#isChosen === this.#isChosen &&
      own.id === id &&
      own.text === text &&
      own.label === label &&
      own.isCut === isCut
    )
  }

  override toDOM(): HTMLElement {
    const { id, text, label, isCut } = this.#chip
    const button = document.createElement('button')
    button.type = 'button'
    button.className = [
      'parolo-pause',
      ...(isCut ? ['parolo-pause-cut'] : []),
      ...(this.#isChosen ? ['parolo-cut-chosen'] : []),
    ].join(' ')
    button.contentEditable = 'false'
    // Not in the tab order, which has only the text: the list of pauses has it.
    button.tabIndex = -1
    button.dataset['pause'] = id
    button.ariaLabel = label
    button.ariaPressed = String(isCut)
    button.title = label
    button.textContent = text
    return button
  }

  override ignoreEvent(): boolean {
    return true
  }
}
