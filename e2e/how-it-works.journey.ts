import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('how this works: from the settings to pictures of the own recording, its sources, and the network', async ({
  visit,
}) => {
  const page = await visit('/settings/about')
  await page.getByRole('link', { name: 'Read', exact: true }).press('Enter')
  const main = page.getByRole('main', { name: 'How this works' })
  await expect(
    main.getByText(/^The pictures are made from your recording, from \d+:\d\d on\.$/u),
  ).toBeVisible()
  // Actually this recording's: two people speak in it, and some of its words are shown.
  await expect(main.getByRole('img', { name: /^\d\d dots, by voice: Speaker 1, Speaker 2$/u })).toBeVisible()
  await expect(main.getByRole('img', { name: /^\d stretch(?:es)? of speech below the wave$/u })).toBeVisible()
  const words = main.getByRole('list', { name: /^The words/u }).getByRole('listitem')
  expect(await words.count()).toBeGreaterThan(4)
  await expect(words.first()).toContainText(/, \d+%/u)

  await main.getByRole('link', { name: 'Koenecke 2020' }).click()
  await expect(main.getByText('https://doi.org/10.1073/pnas.1915768117')).toBeInViewport()
  await main.getByRole('navigation').getByRole('link', { name: 'What Parolo refuses to do' }).click()
  await main.getByRole('link', { name: 'See for yourself' }).click()
  await expect(page.getByText('Parolo has not connected to any other computer.')).toBeVisible()
})

test.describe('with an empty library', () => {
  test.use({ library: 'empty' })

  test('the pictures are of the sample', async ({ visit }) => {
    const page = await visit('/how-it-works/steps')
    await expect(
      page.getByText('The pictures are made from the sample that comes with Parolo.'),
    ).toBeVisible()
    await expect(page.getByRole('img', { name: '33 dots, by voice: Speaker 1, Speaker 2' })).toBeVisible()
  })
})
