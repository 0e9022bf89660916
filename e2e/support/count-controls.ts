import type { Page } from '@playwright/test'

/**
 * The visible buttons, fields and links of a recording's text view, by name, without those of the transcript and of
 * the rows of voices.
 */
export async function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls =
      'button, a[href], input, select, textarea, [role=button], [role=link], [role=tab], [role=textbox], [role=combobox]'
    const rows = '.cm-editor, [role=tabpanel] li'
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter(
        (element) => element.closest(rows) === null && element.checkVisibility({ visibilityProperty: true }),
      )
      .filter((element) => {
        const { bottom, right } = element.getBoundingClientRect()
        // A link that skips to the content is above the page until it has the focus.
        return bottom > 0 && right > 0
      })
      .map((element) => `${element.ariaLabel ?? element.textContent.trim()} <${element.localName}>`)
  })
}
