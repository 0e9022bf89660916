export function makeLinuxPackages(
  made: {
    readonly folder: string
    readonly output: string
    readonly version: string
    readonly time: Date
  },
  say: (line: string) => void,
): string[]
export function debCopyright(): string
