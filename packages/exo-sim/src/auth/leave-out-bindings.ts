// Variables that policies do not see, to test what a policy does on an API that lacks them.
import { ExoSimError } from '../exo-sim-error.ts';
import type { PolicyBindings } from '../policy/evaluate-policy.ts';
import { isRecord } from '../value-checks.ts';

const known =
  /^(?:[a-z][a-z-]*:)?(?:service|zone|now|source_ip|api_key|operation|identity(?:\.(?:created|key|org(?:\.uuid)?))?|(?:parameters|headers|resources)(?:\.[\w-]+)*)$/;

/** @throws {ExoSimError} `ERR_INVALID_OPTION` for a name that is not a variable of rules. */
export function readWithoutBindings(value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      'withoutBindings is not a list; expected names like "now" or "sos:identity.created"',
    );
  }
  for (const name of value as readonly unknown[]) {
    if (typeof name !== 'string' || !known.test(name)) {
      throw new ExoSimError(
        'ERR_INVALID_OPTION',
        `withoutBindings has ${JSON.stringify(name)}, which is not a variable of rules; expected a name like "now", or "sos:identity.created" for one class`,
      );
    }
  }
  return [...(value as readonly string[])];
}

/** The bindings without those that are left out for this class. */
export function leaveOutBindings(
  bindings: PolicyBindings,
  { names, serviceClass }: { readonly names: readonly string[]; readonly serviceClass: string },
): PolicyBindings {
  return names
    .map((name) => name.split(':'))
    .filter(([first, rest]) => rest === undefined || first === serviceClass)
    .reduce((left, parts) => without(left, String(parts.at(-1)).split('.')), bindings);
}

function without(value: PolicyBindings, path: readonly string[]): PolicyBindings {
  const [name = '', ...deeper] = path;
  const { [name]: member, ...others } = value;
  if (deeper.length === 0 || !isRecord(member)) return others;
  return { ...others, [name]: without(member, deeper) };
}
