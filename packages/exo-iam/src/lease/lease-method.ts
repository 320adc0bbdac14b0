// The ways of minting.

/** Every method of minting, the default first. */
export const leaseMethods = ['scoped-role', 'role', 'assume-role', 'access-key'] as const;

/**
 * - `scoped-role`: a role of its own with the scope and the deadline, and a key for it.
 * - `role`: a key for an existing role.
 * - `assume-role`: a session of an existing role. The API marks it as beta.
 * - `access-key`: a legacy key. Its endpoints left the specification in June 2024.
 */
export type LeaseMethod = (typeof leaseMethods)[number];
