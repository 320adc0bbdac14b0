// What every group of checks on a client works with.
import type { Checklist } from '../checklist.ts';
import type { Caller, Driver, Outcome } from './driver.ts';

export interface Trial {
  readonly driver: Driver;
  readonly list: Checklist;
  /** The simulator's own key, which may do everything. */
  readonly parent: Caller;
}

/** The id behind an asynchronous call that succeeded, or the empty string. */
export function createdId({ value, error }: Outcome): string {
  const id: unknown = error ? undefined : value?.reference?.id;
  return typeof id === 'string' ? id : '';
}

/** A refusal as the checks compare it. */
export function refusal({ error, value }: Outcome): readonly unknown[] {
  return error ? [error.status, error.message] : ['no error', value];
}
