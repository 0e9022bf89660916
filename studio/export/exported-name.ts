import { legalFileName } from '#core/formats/legal-file-name'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'

/**
 * Name, without extension, of files made from a recording: its title in the library, without characters that
 * file names cannot contain, else its id. The title in an imported document may be empty.
 */
export const exportedName = ({ title, id }: Pick<StoredRecording, 'title' | 'id'>): string =>
  legalFileName(title, '', id)
