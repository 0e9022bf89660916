/** A page of a browser other than Chromium, with real keys and a real mouse, by whatever protocol drives it. */
export interface OtherBrowser {
  readonly name: string
  open(address: string): Promise<void>
  /** Runs in the page; argument and result travel as JSON. */
  evaluate<Result, Argument>(inPage: (argument: Argument) => Result, argument: Argument): Promise<Result>
  /** A key by its name in KeyboardEvent, after those that are held: `Control+Enter`. */
  press(keys: string): Promise<void>
  type(text: string): Promise<void>
  /** CSS pixels of the viewport. */
  click(x: number, y: number): Promise<void>
  close(): Promise<void>
}

export interface BrowserKind {
  readonly name: string
  /** What has to be installed for it, where it is not; null where it is. */
  readonly missing: string | null
  start(environment: NodeJS.ProcessEnv): Promise<OtherBrowser>
}

export const VIEWPORT = { width: 1440, height: 900 } as const

const WAIT_MS = 30_000
const BETWEEN_MS = 50

/** Asks the page until it answers other than null, false or '': that answer. */
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

/** Clicks the first element that the selector finds and whose label or text begins with the name. */
export async function clickNamed(
  browser: OtherBrowser,
  selector: string,
  name: string,
  waitMs = WAIT_MS,
): Promise<void> {
  const { x, y } = await waitFor(
    browser,
    `${selector} “${name}”`,
    ({ selector: css, name: wanted }) => {
      for (const element of document.querySelectorAll<HTMLElement>(css)) {
        const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
        if (!label.trim().startsWith(wanted)) continue
        const { left, top, width, height } = element.getBoundingClientRect()
        if (width > 0 && height > 0) return { x: left + width / 2, y: top + height / 2 }
      }
      return null
    },
    { selector, name },
    waitMs,
  )
  await browser.click(x, y)
}
