export { storeInMemory } from '#studio/library/testing/memory-transcript'
