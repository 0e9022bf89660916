/** A page of a browser other than Chromium, with real keys and a real mouse, driven by any protocol. */
export interface OtherBrowser {
  readonly name: string
  open(address: string): Promise<void>
  /** Runs in the page; argument and result are transferred as JSON. */
  evaluate<Result, Argument>(inPage: (argument: Argument) => Result, argument: Argument): Promise<Result>
  /** A key by its KeyboardEvent name, preceded by held keys: `Control+Enter`. */
  press(keys: string): Promise<void>
  type(text: string): Promise<void>
  /** In CSS pixels of the viewport. */
  click(x: number, y: number): Promise<void>
  close(): Promise<void>
}

export interface BrowserKind {
  readonly name: string
  /** What has to be installed for it; null if nothing. */
  readonly missing: string | null
  start(environment: NodeJS.ProcessEnv): Promise<OtherBrowser>
}

export const VIEWPORT = { width: 1440, height: 900 } as const

const WAIT_MS = 30_000
const BETWEEN_MS = 50

/** Polls the page until it returns something other than null, false or '', and returns that. */
export async function waitFor<Result, Argument>(
  browser: OtherBrowser,
  what: string,
  inPage: (argument: Argument) => Result,
  argument: Argument,
  waitMs = WAIT_MS,
): Promise<NonNullable<Result>> {
  const end = Date.now() + waitMs
  for (;;) {
    const answer = await browser.evaluate(inPage, argument)
    if (answer !== null && answer !== undefined && answer !== false && answer !== '') return answer
    if (Date.now() > end) throw new Error(`${browser.name}: waited ${waitMs / 1000} s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
}

/**
 * Clicks the first element that matches the selector and whose label or text begins with the name, once it is
 * enabled, does not move and is not covered.
 */
export async function clickNamed(
  browser: OtherBrowser,
  selector: string,
  name: string,
  waitMs = WAIT_MS,
): Promise<void> {
  let last = ''
  for (;;) {
    const { x, y } = await waitFor(browser, `${selector} “${name}”`, pressable, { selector, name }, waitMs)
    // A button that was just moved or enabled is elsewhere at the next check.
    if (last === `${x} ${y}`) return await browser.click(x, y)
    last = `${x} ${y}`
  }
}

/** Runs in the page: the middle of that element; null while it cannot be pressed. */
function pressable({ selector, name }: { readonly selector: string; readonly name: string }) {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
    if (!label.trim().startsWith(name)) continue
    const { left, top, width, height } = element.getBoundingClientRect()
    const middle = { x: left + width / 2, y: top + height / 2 }
    if (width === 0 || height === 0 || element.matches(':disabled, [aria-disabled=true]')) continue
    if (element.contains(document.elementFromPoint(middle.x, middle.y))) return middle
  }
  return null
}
