import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { SpeakingTime } from '#core/speaking/speaking-time'
import { spokenLength } from '#core/notation/lengths'
import { parolo } from './support/libraries.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test(
  'turns, lengths and shares are the same on panel, page, CSV and the command line',
  { tag: '@main' },
  async ({ visit, dataFolder }) => {
    const page = await visit()
    await openText(page, recording)
    const stats = JSON.parse(
      await parolo(dataFolder, ['stats', recording, '--format', 'json']),
    ) as SpeakingTime
    const lengthOf = (ms: number): string => spokenLength(ms, 'en').replace(/\s/gu, ' ')
    const expected = stats.speakers
      .toSorted((a, b) => b.speakingMs - a.speakingMs)
      .map(({ speakingMs, turns, longestTurnMs }) => ({ speakingMs, turns, longestTurnMs }))
    expect(expected.length).toBeGreaterThan(1)
    // The pauses of this conversation are breaths: there are fewer turns than stored ones.
    const { turns: stretches } = await storedTranscript(dataFolder, recording)
    expect(expected.reduce((sum, { turns }) => sum + turns, 0)).toBeLessThan(stretches.length)

    await page.getByRole('tab', { name: 'Voices' }).click()
    const rows = page.getByRole('tabpanel', { name: 'Voices' }).getByRole('listitem')
    await expect(rows).toHaveText(
      expected.map(({ speakingMs, turns }) => {
        const counted = `${lengthOf(speakingMs)} in ${turns} turn${turns === 1 ? '' : 's'}`
        return new RegExp(counted.replaceAll(/[ .]/gu, '[ .\u00A0]'), 'u')
      }),
    )

    await page.keyboard.press('Control+3')
    const cells = await page
      .getByRole('table', { name: 'Speaking time as a table' })
      .getByRole('row')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s/gu, ' '))),
      )
    expect(cells.slice(1, -1).map(([, time, , turns, longest]) => [time, turns, longest])).toEqual(
      expected.map((one) => [lengthOf(one.speakingMs), String(one.turns), lengthOf(one.longestTurnMs)]),
    )

    const csv = await savedCsv(page)
    expect(csv.map(({ speakingMs, turns, longestTurnMs }) => ({ speakingMs, turns, longestTurnMs }))).toEqual(
      stats.speakers.map(({ speakingMs, turns, longestTurnMs }) => ({ speakingMs, turns, longestTurnMs })),
    )
  },
)

test('giving a paragraph to somebody leaves no sliver of a turn, and undo brings all back', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await storedTranscript(dataFolder, recording)
  const index = before.paragraphs.findIndex(({ speakerId }) => speakerId === before.speakers[1]?.id)
  await studio.toLine(studio.lines.nth(index))
  await page.keyboard.press('Alt+1')
  await expect.poll(async () => (await studio.speakers())[index]).toBe((await studio.speakers())[0])
  await studio.saved()
  const { turns } = await storedTranscript(dataFolder, recording)
  expect(turns).not.toEqual(before.turns)
  const known = new Set(before.turns.map(({ startMs, endMs }) => `${startMs} ${endMs}`))
  const slivers = turns.filter(
    ({ startMs, endMs }) => endMs - startMs < 300 && !known.has(`${startMs} ${endMs}`),
  )
  expect(slivers).toEqual([])
  await studio.undoAll()
  await studio.saved()
  expect((await storedTranscript(dataFolder, recording)).turns).toEqual(before.turns)
})

/** Rows of people in the saved CSV, by its headings. */
async function savedCsv(page: Page): Promise<Record<string, number>[]> {
  await page.getByRole('button', { name: 'Save as…' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click()
  const text = await readFile(await (await coming).path(), 'utf8')
  const [head = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  return rows
    .filter(([id]) => id !== '')
    .map((row) => Object.fromEntries(head.map((name, column) => [name, Number(row[column])])))
}
