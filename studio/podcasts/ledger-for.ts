import type { ConnectionPurpose } from '#core/network/connection'
import { Ledger } from '../network/ledger.ts'
import type { PodcastParts } from './podcast-parts.ts'

/**
 * Where the connections of one fetch are recorded; `title`: of what is fetched, `subject`: the object with
 * which they are deleted.
 */
export const ledgerFor = (
  { library, askedBy }: Pick<PodcastParts, 'library' | 'askedBy'>,
  purpose: ConnectionPurpose,
  title: string,
  subject: string,
): Ledger => new Ledger(library, { purpose, title, askedBy, subject })
