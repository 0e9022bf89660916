/** Whether the page and the programs are younger than their sources. */
export function isBuilt(): boolean

/** Builds them if they are older than their sources; ends the program if that fails. */
export function ensureBuilt(node: string, say: (line: string) => void): void
