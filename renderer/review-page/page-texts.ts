import type { ReviewData } from '#core/review/review-data'
import type { ReviewText } from '#core/review/review-texts'

type Language = ReviewData['language']
type Values = Readonly<Record<string, string | number>>

/** The page's own texts, which change with its language. */
export interface PageTexts {
  readonly language: Language
  /** Writes a text into an element, also after the language was changed. */
  readonly write: (element: HTMLElement, key: ReviewText, values?: Values) => void
  readonly change: (language: Language) => void
}

export function createTexts(document: Document, { texts, language: first }: ReviewData): PageTexts {
  let language = first
  const fill = (element: HTMLElement): void => {
    const { t, ...values } = element.dataset
    const template = texts[language][t as ReviewText]
    element.textContent = template.replaceAll(/\{(\w+)\}/gu, (all, name: string) => values[name] ?? all)
  }
  return {
    get language() {
      return language
    },
    write(element, key, values = {}) {
      element.dataset.t = key
      for (const [name, value] of Object.entries(values)) element.dataset[name] = String(value)
      fill(element)
    },
    change(next) {
      language = next
      document.documentElement.lang = next
      document.documentElement.style.setProperty('--correct', JSON.stringify(texts[next].correct))
      for (const element of document.querySelectorAll<HTMLElement>('.editor')) element.lang = next
      for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) fill(element)
      for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
        element.setAttribute('aria-label', texts[next][element.dataset.label as ReviewText])
    },
  }
}
