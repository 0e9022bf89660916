import type { DocumentWithExtras, JsonObject } from '#core/formats/format'
import { extraKeys } from '#core/formats/json/json-extra'
import type { Sheet } from '#core/sheet/sheet'

/** A document whose `.parolo.json` has its sheet as the member `sheet`, replacing an imported one. */
export function documentWithSheet(document: DocumentWithExtras, sheet: Sheet): DocumentWithExtras {
  const before = document.extra?.[extraKeys.document] ?? {}
  // JSON omits members without a value.
  const member = JSON.parse(JSON.stringify(sheet)) as JsonObject
  return { ...document, extra: { ...document.extra, [extraKeys.document]: { ...before, sheet: member } } }
}
