/** XML 1.0 cannot represent these characters. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Removes characters that XML cannot represent. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll(notXml, '')
