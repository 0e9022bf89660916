import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import { checkLimit } from '../reading/limits.ts'
import { elementsIn, elementsNamed, type XmlElement } from '../reading/xml-tree.ts'

/** Styles and regions of a TTML document, by id. */
export interface TtmlStyles {
  /** By id. */
  readonly regions: ReadonlyMap<string, XmlElement>
  /**
   * The value of a style attribute of an element, its own or from the styles that it names; undefined if
   * none.
   */
  valueOf(element: XmlElement, name: string): string | undefined
  /**
   * Position of text with an alignment in a region; null for the default, and if the region does not define
   * it.
   */
  positionOf(regionId: string | null, align: string | null): CuePosition | null
}

/** Default number of cell rows (TTML2, §7.2.1). */
const CELL_ROWS = 15

/** `head` is optional: inline styles do not need it. */
export function ttmlStyles(root: XmlElement, head: XmlElement | undefined): TtmlStyles {
  const named = (name: string): Map<string, XmlElement> =>
    new Map(
      (head === undefined ? [] : elementsNamed(head, name)).flatMap((element) => {
        const { id } = element.attributes
        return id === undefined ? [] : [[id, element] as const]
      }),
    )
  const styles = named('style')
  const regions = named('region')
  // Limits the depth to which styles are followed.
  checkLimit('styles', styles.size + regions.size)
  const known = new Map<string, string | undefined>()
  /** The value of a named style, cached. */
  const valueOfStyle = (id: string, name: string): string | undefined => {
    const key = `${id} ${name}`
    if (known.has(key)) return known.get(key)
    // For a style that names itself.
    known.set(key, undefined)
    const style = styles.get(id)
    const value = style === undefined ? undefined : valueOf(style, name)
    known.set(key, value)
    return value
  }
  const valueOf = (element: XmlElement, name: string): string | undefined => {
    const own = element.attributes[name]
    if (own !== undefined) return own
    const references = element.attributes['style']?.trim().split(/\s+/) ?? []
    const nested =
      element.name === 'region' ? elementsIn(element).filter((child) => child.name === 'style') : []
    // Of several styles, the last one with a value counts.
    for (const style of nested.toReversed()) {
      const value = valueOf(style, name)
      if (value !== undefined) return value
    }
    for (const id of references.toReversed()) {
      const value = valueOfStyle(id, name)
      if (value !== undefined) return value
    }
    return undefined
  }
  return {
    regions,
    valueOf,
    positionOf(regionId, align) {
      const region = regionId === null ? undefined : regions.get(regionId)
      const vertical = region === undefined ? 'bottom' : verticalOf(region, root, valueOf)
      const given = align ?? (region === undefined ? undefined : valueOf(region, 'textAlign'))
      const horizontal = horizontals[given ?? ''] ?? 'center'
      return vertical === 'bottom' && horizontal === 'center' ? null : { vertical, horizontal }
    },
  }
}

const horizontals: Readonly<Record<string, CuePosition['horizontal']>> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
}

/** The third of the picture in which a region displays its text. */
function verticalOf(
  region: XmlElement,
  root: XmlElement,
  valueOf: (element: XmlElement, name: string) => string | undefined,
): CuePosition['vertical'] {
  const origin = valueOf(region, 'origin')
  const display = valueOf(region, 'displayAlign')
  if (origin === undefined && display === undefined) return 'bottom'
  const top = shareOf(origin, root) ?? 0
  const height = shareOf(valueOf(region, 'extent'), root) ?? 1 - top
  const at = { before: top, center: top + height / 2, after: top + height }[display ?? 'before'] ?? top
  return at < 0.34 ? 'top' : at < 0.67 ? 'middle' : 'bottom'
}

/** The second of two lengths as a share of the picture's height; null if unknown. */
function shareOf(lengths: string | undefined, root: XmlElement): number | null {
  const [, value, unit] = /^\S+\s+(-?\d+(?:\.\d+)?)(%|px|c)$/.exec(lengths?.trim() ?? '') ?? []
  if (value === undefined) return null
  if (unit === '%') return Number(value) / 100
  const whole =
    unit === 'c'
      ? Number(root.attributes['cellResolution']?.trim().split(/\s+/)[1] ?? CELL_ROWS)
      : Number(/(\d+)px\s*$/.exec(root.attributes['extent'] ?? '')?.[1])
  return whole > 0 ? Number(value) / whole : null
}
