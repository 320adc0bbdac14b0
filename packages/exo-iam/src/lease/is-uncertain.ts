// Telling «it failed» from «it failed, as far as I know».
import { ExoIamError } from '../errors.ts';

/**
 * Whether a request may have been carried out although it failed. An abort cuts off any request, and who
 * is refused the result of an operation knows only that it was started.
 */
export function isUncertain(error: unknown): boolean {
  return !(error instanceof ExoIamError) || error.uncertain || error.operation === 'get-operation';
}
