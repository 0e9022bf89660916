export function folderCircles(sources: ReadonlyMap<string, string>, top: string, depth: number): string[][]
