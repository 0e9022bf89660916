let name = 'Parolo'

/**
 * Sets the name that other programs show for this process when they report who uses a library, such as
 * `parolo serve`.
 */
export function nameProgram(given: string): void {
  name = given
}

export const programName = (): string => name
