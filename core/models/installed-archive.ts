import { archiveVersion, type CatalogModel } from './catalog-model.ts'

/** The archive that a model was installed from, as recorded with it. */
export interface RecordedArchive {
  readonly sha256: string
  /** When a person decided to install it although the catalog did not know it; null if it did. */
  readonly acceptedAtMs: number | null
}

/** What the present catalog knows about the archive. */
export interface InstalledArchive extends RecordedArchive {
  /** `2026-07-09`; null if not known. */
  readonly published: string | null
  /** Date of a newer version; null if there is none. */
  readonly newer: string | null
}

/** `model`: the catalog's model of that id, if there is one. A later catalog may know a file that was accepted. */
export function installedArchive(
  model: CatalogModel | undefined,
  { sha256, acceptedAtMs }: RecordedArchive,
): InstalledArchive {
  const version = model && archiveVersion(model, sha256)
  if (model === undefined || version === undefined || 'files' in model.download) {
    return { sha256, acceptedAtMs, published: null, newer: null }
  }
  const [newest] = model.download.versions
  return {
    sha256,
    acceptedAtMs: null,
    published: version.published,
    newer: newest === version ? null : newest.published,
  }
}
