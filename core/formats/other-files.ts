import { hasCutListName } from './cut-list-files.ts'

/** Kinds of files that people take for a recording or a text, and that Parolo does not read. */
export type OtherKind = 'edit' | 'captions' | 'turns' | 'table' | 'document'

const extensions: Readonly<Record<OtherKind, readonly string[]>> = {
  /** Edit lists, and projects of editing programs. */
  edit: [
    '.edl',
    '.aaf',
    '.omf',
    '.otio',
    '.otioz',
    '.xmeml',
    '.prproj',
    '.drp',
    '.drt',
    '.aep',
    '.kdenlive',
    '.mlt',
    '.veg',
    '.aup',
    '.aup3',
    '.ptx',
    '.sesx',
    '.rpp',
    '.als',
    '.logicx',
    '.band',
  ],
  captions: ['.sub', '.idx', '.sup', '.scc', '.mcc', '.smi', '.sami', '.cap', '.pac', '.890', '.usf', '.jss'],
  turns: ['.rttm'],
  table: ['.csv', '.tsv', '.xls', '.xlsx', '.ods'],
  document: ['.md', '.html', '.htm', '.pdf', '.rtf', '.doc', '.odt', '.pages', '.qdpx'],
}

const kinds = new Map(
  Object.entries(extensions).flatMap(([kind, own]) =>
    own.map((extension) => [extension, kind as OtherKind] as const),
  ),
)

/** By its name; null for any other file. */
export const otherKindOf = (fileName: string): OtherKind | null =>
  hasCutListName(fileName) ? 'edit' : (kinds.get(/\.[^.]*$/u.exec(fileName)?.[0].toLowerCase() ?? '') ?? null)
