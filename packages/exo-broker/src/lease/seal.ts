// The sealing of a private package, in a file of its own: the build bundles that package into it.
export { parseRecipient, seal } from '@x/seal';
