// Tells a request that certainly failed from one that may have succeeded anyway.
import { ExoIamError } from '../errors.ts';

/**
 * Whether a failed request may have been carried out anyway. An abort can cut off any request, and a key
 * that may not read the result of an operation only knows that the operation was started.
 */
export function isUncertain(error: unknown): boolean {
  return !(error instanceof ExoIamError) || error.uncertain || error.operation === 'get-operation';
}
