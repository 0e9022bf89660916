/** XML 1.0 cannot represent these characters. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Removes characters that XML cannot represent. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll(notXml, '')

/**
 * A text as the content of an element or of an attribute in double quotes; what XML cannot represent becomes
 * U+FFFD.
 */
export const escapedXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(notXml, '\uFFFD')
    .replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** How many characters of a text XML cannot represent. */
export const notXmlCount = (text: string): number => text.toWellFormed().match(notXml)?.length ?? 0
