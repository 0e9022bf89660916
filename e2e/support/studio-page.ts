import { expect, type Locator, type Page } from '@playwright/test'

/** A recording's screen, as a person sees and uses it. */
export interface StudioPage {
  readonly page: Page
  readonly transcript: Locator
  /** Rendered paragraphs: all of a short recording, the visible ones of a long one. */
  readonly lines: Locator
  readonly undo: Locator
  /** Whether the first lines begin with these texts. */
  beginsWith(...beginnings: readonly string[]): Promise<boolean>
  /** The texts of the lines. */
  texts(): Promise<string[]>
  /** The speaker of each line, by the names next to them. */
  speakers(): Promise<string[]>
  /**
   * The whole text, as selecting all and copying stores it for a paste into Parolo; afterwards the caret is
   * at its end.
   */
  copyAll(): Promise<string>
  /** Gives the text the focus, with the caret where the text has it. */
  focus(): Promise<void>
  /** Moves the caret to the start of a paragraph, by a click and Home. */
  toLine(line: Locator): Promise<void>
  /** And to its end, even if it is shown in several rows. */
  toEnd(line: Locator): Promise<void>
  /** Clicks into a word of a paragraph, after its first letter. */
  clickWord(line: Locator, word: string): Promise<void>
  /** Waits until everything typed is stored. */
  saved(): Promise<void>
  undoAll(): Promise<number>
}

/** `name`: the text's accessible name, in the page's language. */
export function studioPage(page: Page, name: string | RegExp = 'Transcript'): StudioPage {
  const transcript = page.getByRole('textbox', { name })
  const lines = page.locator('.cm-line')
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/u })
  const saved = async (): Promise<void> => {
    await expect(page.getByRole('banner').getByRole('status')).toHaveText('Saved')
  }
  return {
    page,
    transcript,
    lines,
    undo,
    saved,
    async beginsWith(...beginnings) {
      const texts = await lines.allInnerTexts()
      return beginnings.every((beginning, line) => texts[line]?.startsWith(beginning) === true)
    },
    texts: () => lines.allInnerTexts(),
    speakers: () =>
      transcript
        .getByRole('button', { name: /^Speaker: /u })
        .evaluateAll((buttons) =>
          buttons.map((button) => /^Speaker: (.*), [\d:]+$/u.exec(button.ariaLabel ?? '')?.[1] ?? ''),
        ),
    async copyAll() {
      await page.keyboard.press('Control+a')
      // The clipboard itself does not give custom types to a page.
      const copied = await page.evaluateHandle(() => ({
        words: new Promise<string>((resolve) => {
          const onCopy = ({ clipboardData }: ClipboardEvent): void => {
            const words = clipboardData?.getData('text/x-parolo-words') ?? ''
            resolve(words === '' ? (clipboardData?.getData('text/plain') ?? '') : words)
          }
          addEventListener('copy', onCopy, { once: true })
        }),
      }))
      await page.keyboard.press('Control+c')
      const words = await copied.evaluate((given) => given.words)
      await page.keyboard.press('ArrowRight')
      return words
    },
    async focus() {
      await transcript.focus()
      // Until the editor has noticed, keys start where the browser put the caret.
      await expect(page.locator('.cm-editor.cm-focused')).toBeVisible()
    },
    async toLine(line) {
      await line.click({ position: { x: 4, y: 10 } })
      await page.keyboard.press('Home')
    },
    async toEnd(line) {
      await line.click({ position: { x: 4, y: 10 } })
      await page.keyboard.press('End')
      await page.keyboard.press('End')
    },
    async clickWord(line, word) {
      const place = await line.evaluate(async (element, wanted) => {
        // A typeface that arrives later moves the words.
        await document.fonts.ready
        await new Promise(requestAnimationFrame)
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const from = node.textContent?.indexOf(wanted) ?? -1
          if (from < 0) continue
          const range = document.createRange()
          range.setStart(node, from)
          range.setEnd(node, from + 1)
          const { right, top, height } = range.getBoundingClientRect()
          return { x: right, y: top + height / 2 }
        }
        throw new Error(`no ${wanted}`)
      }, word)
      await page.mouse.click(place.x, place.y)
    },
    async undoAll() {
      let steps = 0
      const until = performance.now() + 60_000
      await transcript.focus()
      await expect(undo).toBeEnabled()
      while (await undo.isEnabled()) {
        await page.keyboard.press('Control+z')
        steps += 1
        // On a busy machine the studio may be seconds behind the keys.
        await page.waitForTimeout(30)
        if (performance.now() > until) throw new Error('undo does not end')
      }
      return steps
    },
  }
}

/** From the library to a recording's text, by a click on its title. */
export async function openText(page: Page, title: string): Promise<StudioPage> {
  await page.getByRole('link', { name: title, exact: true }).click()
  const studio = studioPage(page)
  await expect(studio.lines.first()).toHaveText(/\w/u)
  return studio
}

/** Chooses a rare command behind the button “More” of a recording's bar. */
export async function chooseMore(page: Page, command: string | RegExp): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^(?:More|Plus)$/u })
    .click()
  await page.getByRole('menuitem', { name: command }).click()
}

/** Selects, by keys, this many characters to the right of the caret. */
export async function selectRight(page: Page, characters: number): Promise<void> {
  await page.keyboard.down('Shift')
  for (let step = 0; step < characters; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.up('Shift')
}
