/** Size of one PUT: the contract's IMPORT_PART_BYTES, which a test compares; importing the contract would add zod. */
export const PART_BYTES = 8 * 1024 * 1024
