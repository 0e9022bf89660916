/**
 * The unpacked copy of a file in the program's archive (`asarUnpack` in electron-builder.yml): code in an
 * archive cannot be started, and Electron reports a new modification time on each request for a file in one,
 * so that it seems changed.
 */
export const outsideArchive = (file: string): string =>
  file.replace(/app\.asar(?=[/\\]|$)/u, 'app.asar.unpacked')
