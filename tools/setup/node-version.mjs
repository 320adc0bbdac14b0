// Compares Node versions, in syntax that Node 12 still parses: this file has to be able to complain.

/**
 * The complaint about a Node that is too old, with its code, or `undefined` when it is new enough.
 *
 * @param {string} current `process.versions.node`.
 * @param {string} oldest The oldest version that will do, `20.0.0`.
 */
export function describeNodeProblem(current, oldest) {
  if (!isOlder(current, oldest)) return undefined;
  return [
    `SETUP_NODE_TOO_OLD: this is Node ${current}; Node ${oldest} or newer is needed to install.`,
    'Get a current release from https://nodejs.org/en/download and run the command again.',
  ].join('\n');
}

/**
 * Whether a version comes before another one. Pre-release parts are not looked at.
 *
 * @param {string} version
 * @param {string} other
 */
export function isOlder(version, other) {
  const [a, b] = [version, other].map((text) => text.split('.').map((part) => parseInt(part, 10)));
  for (const index of [0, 1, 2]) {
    if (a[index] !== b[index]) return a[index] < b[index];
  }
  return false;
}
