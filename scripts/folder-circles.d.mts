export function folderCircles(sources: ReadonlyMap<string, string>, top: string): string[][]
export function fileCircles(sources: ReadonlyMap<string, string>, tops: readonly string[]): string[][]
export function importsOf(
  sources: ReadonlyMap<string, string>,
  tops: readonly string[],
): Map<string, Set<string>>
