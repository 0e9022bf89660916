import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

/** The row of a format, after its group is unfolded. */
export async function formatRow(name: RegExp | string): Promise<HTMLElement> {
  const list = within(await screen.findByRole('tree'))
  for (const group of list.queryAllByRole('treeitem', { expanded: false })) await userEvent.click(group)
  return list.getByRole('treeitem', { name })
}

/** Ticks or unticks a format without showing it. */
export async function tickFormat(name: RegExp | string): Promise<void> {
  const box = (await formatRow(name)).querySelector('[data-box]')
  if (box === null) throw new Error('the row has no box')
  await userEvent.click(box)
}

export const isTicked = (row: HTMLElement): boolean => row.getAttribute('aria-checked') === 'true'
