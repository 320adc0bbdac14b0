// Checks an object that a caller gives, member by member: a wrong one must not pass in silence.
import { ExoSimError } from './exo-sim-error.ts';
import { isRecord } from './value-checks.ts';

/** What a member has to be. */
export interface Check {
  readonly expected: string;
  readonly isValid: (value: unknown) => boolean;
}

/**
 * `of` names the object in the message.
 *
 * @throws {ExoSimError} `ERR_INVALID_OPTION`, naming the member and not its value, which may be a secret.
 */
export function checkMembers(
  given: unknown,
  { checks, of }: { readonly checks: Readonly<Record<string, Check>>; readonly of: string },
): void {
  const names = Object.keys(checks).join(', ');
  if (!isRecord(given)) throw invalid(`${of} is not an object; expected some of ${names}`);
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) {
      throw invalid(`The ${of} ${JSON.stringify(name)} is not known; expected some of ${names}`);
    }
    if (value !== undefined && !check.isValid(value)) {
      throw invalid(`${name} is not ${check.expected}; correct it`);
    }
  }
}

function invalid(message: string): ExoSimError {
  return new ExoSimError('ERR_INVALID_OPTION', message);
}
