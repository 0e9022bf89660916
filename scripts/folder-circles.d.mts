export function folderCircles(sources: ReadonlyMap<string, string>, top: string): string[][]
export function fileCircles(sources: ReadonlyMap<string, string>, tops: readonly string[]): string[][]
