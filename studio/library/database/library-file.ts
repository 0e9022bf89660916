/** Name of the database in a library's folder. */
export const LIBRARY_FILE = 'library.db'
