import { untilLitWordIs, watchLit } from './support/lit-word.ts'
import { soundDock } from './support/sound-dock.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.describe('a short recording', () => {
  test.use({ library: 'sample' })

  test('Escape plays and stops, the spoken word is lit, a click goes there, keys skip and change speed', async ({
    visit,
  }) => {
    const page = await visit()
    const studio = await openText(page, 'conversation-en')
    const sound = soundDock(page)
    const texts = await studio.texts()
    const wordsOnlyIn = (text: string): string[] => {
      const others = wordsOf(texts.join('\n').replace(text, ''))
      return wordsOf(text).filter((word) => !others.includes(word))
    }

    // A click in the text seeks there.
    await studio.lines
      .nth(5)
      .getByText('Well,')
      .click({ position: { x: 5, y: 8 } })
    await sound.toBeAt(26)
    const lit = await watchLit(page)
    await page.keyboard.press('Escape')
    await expect(sound.pause).toBeVisible()
    // Any word of several seconds: on a busy machine a frame takes longer than a few words.
    await lit.until(wordsOnlyIn("and we've found a box with about 300 repair tickets."))
    await page.keyboard.press('Escape')
    await expect(sound.play).toBeVisible()
    const stopped = await sound.second()
    expect(stopped).toBeGreaterThan(26)
    // Resuming begins slightly earlier.
    const resumed = await sound.watch()
    await page.keyboard.press('Escape')
    const { least } = await resumed.goneBack(1)
    expect(stopped - least).toBeLessThanOrEqual(2)
    await page.keyboard.press('Escape')
    await expect(sound.play).toBeVisible()

    // Caret keys seek while playback is paused.
    await studio.toLine(studio.lines.nth(2))
    await sound.toBeAt(15)
    await page.keyboard.press('ArrowDown')
    await sound.toBeAt(17)

    await studio.toLine(studio.lines.nth(0))
    for (const [key, second] of [
      ['F2', 2],
      ['F2', 4],
      ['F1', 2],
      ['Shift+F2', 7],
      ['Shift+F1', 2],
    ] as const) {
      await page.keyboard.press(key)
      await sound.toBeAt(second)
    }
    await page.keyboard.press('Alt+ArrowDown')
    await sound.toBeAt(5)
    await page.keyboard.press('Alt+ArrowDown')
    await sound.toBeAt(15)
    await page.keyboard.press('Alt+ArrowUp')
    await sound.toBeAt(5)

    const speed = (rate: string) => page.getByRole('button', { name: `Speed ${rate}` })
    await page.keyboard.press('F4')
    await page.keyboard.press('F4')
    await expect(speed('1.25')).toBeVisible()
    await page.keyboard.press('F3')
    await expect(speed('1.125')).toBeVisible()
    for (let press = 0; press < 20; press += 1) await page.keyboard.press('F4')
    await expect(speed('3')).toBeVisible()
    // At three times the speed ten seconds take three.
    await page.keyboard.press('Escape')
    await lit.until(wordsOnlyIn(texts[1] ?? ''), wordsOnlyIn(texts.slice(3, 8).join('\n')))
    for (let press = 0; press < 24; press += 1) await page.keyboard.press('F3')
    await expect(speed('0.5')).toBeVisible()
  })

  test('a stretch that is chosen in the wave plays round and round', async ({ visit }) => {
    const page = await visit()
    await openText(page, 'conversation-en')
    const sound = soundDock(page)
    await sound.drag(0.4, 0.44)
    const edge = (name: string) => page.getByRole('slider', { name })
    const start = Number(await edge('Start of the selection').getAttribute('aria-valuenow'))
    const end = Number(await edge('End of the selection').getAttribute('aria-valuenow'))
    expect(end - start).toBeGreaterThan(500)
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('button', { name: 'Loop the selection' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    const watch = await sound.watch()
    await page.keyboard.press('Escape')
    // First into the span, then from its end to its start.
    await watch.goneBack(1)
    const { least, most } = await (await sound.watch()).goneBack(2)
    expect(least).toBe(Math.floor(start / 1_000))
    expect(most).toBeLessThanOrEqual(Math.floor(end / 1_000))
    // After looping is off, playback continues past its end.
    await page.keyboard.press('Control+l')
    await expect.poll(() => sound.second()).toBeGreaterThan(Math.floor(end / 1_000))
  })
})

test.describe('a long recording', () => {
  test.use({ library: 'hour' })

  test('the text goes with the sound until somebody scrolls or types, and again when asked to', async ({
    visit,
  }) => {
    const page = await visit()
    const studio = await openText(page, 'An hour')
    const sound = soundDock(page)
    await page.keyboard.press('Control+k')
    const go = page.getByRole('dialog', { name: 'Go to a time' })
    await go.getByRole('textbox', { name: 'Time' }).fill('30:00')
    await page.keyboard.press('Enter')
    await expect(go).toBeHidden()
    await sound.toBeAt(1_800)
    await page.keyboard.press('Escape')
    await expect(sound.pause).toBeVisible()
    await untilLitWordIs(page, 'in sight')
    await expect(sound.following).toHaveAttribute('aria-pressed', 'true')

    // After scrolling away, the text stays.
    const { x, y } = await centerOf(studio.transcript)
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, 3_000)
    await expect(sound.following).toHaveAttribute('aria-pressed', 'false')
    await untilLitWordIs(page, 'out of sight')
    const line = await studio.lines.first().innerText()
    const second = await sound.second()
    await expect.poll(() => sound.second()).toBeGreaterThan(second + 1)
    expect(await studio.lines.first().innerText()).toBe(line)

    // One key resumes following.
    await page.keyboard.press('Control+.')
    await expect(sound.following).toHaveAttribute('aria-pressed', 'true')
    await untilLitWordIs(page, 'in sight')

    // So does typing; and playback continues while typing.
    await studio.lines.nth(1).click()
    await expect(sound.pause).toBeVisible()
    await page.keyboard.type('typed ')
    await expect(sound.following).toHaveAttribute('aria-pressed', 'false')
    await expect(sound.pause).toBeVisible()
    await page.keyboard.press('Control+.')
    await expect(sound.following).toHaveAttribute('aria-pressed', 'true')
    await untilLitWordIs(page, 'in sight')
  })
})

async function centerOf(locator: ReturnType<typeof soundDock>['wave']): Promise<{ x: number; y: number }> {
  const box = await locator.page().locator('.cm-scroller').boundingBox()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u)
}
