/** The ends of names of files that are lists of what is kept of a recording (`core/cut/lists`). */
const listNames = /\.cut\.(?:edl|fcpxml|otio)$/iu
const labelsName = /\.cut\.txt$/iu
/** Labels whose texts are their numbers. */
const ownLabels = /^\d+\.\d{6}\t\d+\.\d{6}\t1\r?(?:\n|$)/u

/** Whether a file by its name may be such a list; a text may be called `.cut.txt`, too. */
export const hasCutListName = (fileName: string): boolean =>
  listNames.test(fileName) || labelsName.test(fileName)

/** Whether it is one: it has no text of a recording. */
export const isCutListFile = (fileName: string, start: string): boolean =>
  listNames.test(fileName) || (labelsName.test(fileName) && ownLabels.test(start))
