/** Builds the page if it is older than its sources; ends the program if that fails. */
export function ensurePage(node: string, say: (line: string) => void): void
