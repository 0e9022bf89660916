import { expect } from '@playwright/test'
import { addLanguage, dialog, fixAll, fromText, rulesButton, type Screen } from '../reach-screen.ts'
import { eitherLanguage } from '../either-language.ts'

/** The captions of a recording. */
export const captionsScreens: readonly Screen[] = [
  {
    name: 'd-captions',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: fromText('Control+2'),
  },
  {
    name: 'o-captions-rules',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await rulesButton(page).click()
      await dialog(page)
    },
  },
  {
    name: 'o-captions-fix',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      const next = page
        .getByRole('button')
        .filter({ hasText: eitherLanguage('captions.next') })
        .filter({ hasText: /F8$/u })
      // Some captions are too fast for slower readers; the previous look may have left it so.
      if (!(await next.isVisible())) {
        await rulesButton(page).click()
        await page.getByRole('dialog').getByRole('textbox').nth(2).fill('17')
        await page.keyboard.press('Escape')
      }
      await expect(next).toBeVisible()
      await fixAll(page)
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'o-captions-move',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await page.keyboard.press('Alt+Shift+T')
      await dialog(page)
      await page.getByRole('dialog').getByRole('textbox').fill('-12')
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'o-second-language-add',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await addLanguage(page)
      await dialog(page)
    },
  },
  {
    name: 'o-second-language',
    library: 'sample',
    address: '/recording/RECORDING',
    reach: async (page) => {
      await fromText('Control+2')(page)
      await addLanguage(page)
      await page.getByRole('dialog').getByRole('button').last().click()
      // With the times of the first two captions: one that is too long for them, and one being typed.
      await page.locator('[data-translation]').first().click()
      await page.keyboard.type(
        'Un texte beaucoup trop long pour le temps de ce sous-titre, comme on en écrit vite.',
      )
      await page.keyboard.press('Enter')
      await page.keyboard.type('Alors, Sam')
      await expect(page.locator('[data-translation] [lang]').first()).toBeVisible()
    },
  },
]
