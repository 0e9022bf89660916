import { legalFileName } from '#core/formats/legal-file-name'
import type { StoredRecording } from '../library/tables/recordings.ts'

/**
 * Name, without extension, of files made of a recording: its title in the library, with what no file name may hold taken out, else its id.
 * The title in an imported document may be empty.
 */
export const exportedName = ({ title, id }: Pick<StoredRecording, 'title' | 'id'>): string =>
  legalFileName(title, '', id)
