/**
 * The one-to-one mapping of rows to columns with the largest sum (Hungarian method with potentials, O(n³)).
 * @param gains one row for each item of the first kind, all of the same length; not negative
 * @returns the column of each row, or null if there are more rows than columns
 */
export function bestMapping(gains: readonly (readonly number[])[]): (number | null)[] {
  const columns = gains[0]?.length ?? 0
  const size = Math.max(gains.length, columns)
  const cost = (row: number, column: number): number => -(gains[row]?.[column] ?? 0)
  // Index 0 means "nothing yet"; rows and columns count from 1.
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOfColumn = new Int32Array(size + 1)

  for (let row = 1; row <= size; row++) {
    const cheapest = new Float64Array(size + 1).fill(Infinity)
    const cameFrom = new Int32Array(size + 1)
    const visited = new Uint8Array(size + 1)
    rowOfColumn[0] = row
    let column = 0
    while (rowOfColumn[column] !== 0) {
      visited[column] = 1
      const here = rowOfColumn[column] as number
      let step = Infinity
      let next = 0
      for (let other = 1; other <= size; other++) {
        if (visited[other]) continue
        const reduced =
          cost(here - 1, other - 1) - (rowPotential[here] as number) - (columnPotential[other] as number)
        if (reduced < (cheapest[other] as number)) {
          cheapest[other] = reduced
          cameFrom[other] = column
        }
        if ((cheapest[other] as number) < step) {
          step = cheapest[other] as number
          next = other
        }
      }
      for (let other = 0; other <= size; other++) {
        if (visited[other]) {
          const owner = rowOfColumn[other] as number
          rowPotential[owner] = (rowPotential[owner] as number) + step
          columnPotential[other] = (columnPotential[other] as number) - step
        } else cheapest[other] = (cheapest[other] as number) - step
      }
      column = next
    }
    while (column !== 0) {
      const previous = cameFrom[column] as number
      rowOfColumn[column] = rowOfColumn[previous] as number
      column = previous
    }
  }

  const mapping: (number | null)[] = gains.map(() => null)
  for (let column = 1; column <= columns; column++) {
    const row = (rowOfColumn[column] as number) - 1
    if (row < mapping.length) mapping[row] = column - 1
  }
  return mapping
}
