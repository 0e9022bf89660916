let name = 'Parolo'

/** What other programs call this process when they say who uses a library, for instance `parolo serve`. */
export function nameProgram(given: string): void {
  name = given
}

export const programName = (): string => name
