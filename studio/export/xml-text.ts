/** XML 1.0 has no way to write these. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text without what XML cannot hold. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll(notXml, '')
