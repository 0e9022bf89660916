import type { Page } from '@playwright/test'

/** Space around a control in which its focus may be drawn, in CSS px. */
const AROUND_PX = 24
const MAX_STOPS = 120

export interface FocusStop {
  /** Role or element, and accessible name as far as the page itself states it. */
  readonly name: string
  /** Whether the screen looks different where it has the focus. */
  readonly isShown: boolean
}

/**
 * Presses Tab through the page, or through the dialog over it, until its end or `most` stops; what each looks like with
 * and without the focus is compared pixel by pixel.
 */
export async function walkByTab(page: Page, most = MAX_STOPS): Promise<FocusStop[]> {
  const stops: FocusStop[] = []
  await page.evaluate(toStart)
  while (stops.length < most) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(placeOfFocus, AROUND_PX)
    if (place === null) return stops
    const { name, clip } = place
    const shot = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
    const focused = await shot()
    await page.evaluate(takeFocusAway)
    const blurred = await shot()
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-stop="last"]')?.focus())
    stops.push({ name, isShown: !focused.equals(blurred) })
  }
  if (most < MAX_STOPS) return stops
  throw new Error(`The focus does not come to an end: ${stops.map(({ name }) => name).join(', ')}`)
}

/** The next Tab goes to the first stop of the page, or of the dialog over it. */
function toStart(): void {
  for (const one of document.querySelectorAll('[data-stop]')) one.removeAttribute('data-stop')
  if (document.querySelector('[data-dialog]') !== null) return
  document.body.tabIndex = -1
  document.body.focus()
}

/** A dialog keeps the focus inside, so that it takes it itself. */
function takeFocusAway(): void {
  const active = document.activeElement as HTMLElement
  const dialog = active.closest<HTMLElement>('[data-dialog] :is([role="dialog"], [role="alertdialog"])')
  if (dialog === null) active.blur()
  else dialog.focus()
}

/** Null at the end of the page, or at a stop that was visited. */
function placeOfFocus(
  around: number,
): { name: string; clip: { x: number; y: number; width: number; height: number } } | null {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || active === document.body || active.dataset['stop'] !== undefined)
    return null
  document.querySelector<HTMLElement>('[data-stop="last"]')?.setAttribute('data-stop', 'visited')
  active.dataset['stop'] = 'last'
  // A check box is drawn by what is around it.
  let drawn: Element = active
  while (drawn.getBoundingClientRect().width < 8 && drawn.parentElement !== null) drawn = drawn.parentElement
  const { left, top, right, bottom } = drawn.getBoundingClientRect()
  const x = Math.max(0, left - around)
  const y = Math.max(0, top - around)
  const width = Math.min(innerWidth, right + around) - x
  const height = Math.min(innerHeight, bottom + around) - y
  const label =
    active.ariaLabel ?? document.getElementById(active.getAttribute('aria-labelledby') ?? '')?.textContent
  const name = `${active.role ?? active.localName} ${label ?? active.textContent.trim().slice(0, 40)}`
  return { name, clip: { x, y, width: Math.max(1, width), height: Math.max(1, height) } }
}
