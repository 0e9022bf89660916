import { describe, expect, it } from 'vitest'
import { tableHtml, tableText } from './speaking-table.ts'

const table = {
  head: ['Speaker', 'Time'],
  rows: [
    { id: 'a', cells: ['Ann\t& <Bob>', '0:30'] },
    { id: null, cells: ['Nobody', ''] },
  ],
}

describe('the table that is copied', () => {
  it('has a line a row with tabs between, whatever a name holds', () => {
    expect(tableText(table)).toBe('Speaker\tTime\nAnn & <Bob>\t0:30\nNobody\t')
  })

  it('is a table for an office suite', () => {
    expect(tableHtml(table)).toBe(
      '<table><thead><tr><th>Speaker</th><th>Time</th></tr></thead><tbody><tr><td>Ann\t&amp; &lt;Bob&gt;</td><td>0:30</td></tr><tr><td>Nobody</td><td></td></tr></tbody></table>',
    )
  })
})
