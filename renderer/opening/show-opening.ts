import { isOpeningView, type OpeningView } from '#contracts/opening-view'
import styles from './opening.module.css'

/**
 * Shows the preparation of a large library, from the address's hash; leaves the page unchanged for any other
 * hash.
 */
export function showOpening(page: HTMLElement, hash: string): void {
  const view = readView(hash)
  if (view === null) return
  const text = document.createElement('p')
  text.textContent = view.text
  const bar = document.createElement('progress')
  if (view.fraction !== null) bar.value = view.fraction
  bar.setAttribute('aria-label', view.text)
  page.className = styles.page ?? ''
  page.replaceChildren(text, bar)
}

function readView(hash: string): OpeningView | null {
  try {
    const view: unknown = JSON.parse(decodeURIComponent(hash.slice(1)))
    return isOpeningView(view) ? view : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return null
    throw error
  }
}
