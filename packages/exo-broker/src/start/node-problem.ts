// Whether this Node is new enough for the broker.

/** What is wrong with the version, or undefined. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return undefined;
  return `exo-broker needs Node 24.15 or newer, and this is Node ${version}. Put a newer one first on the PATH.`;
}
