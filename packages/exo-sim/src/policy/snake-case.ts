// Parameters as policies see them: names in snake_case at every depth, whole numbers as CEL
// integers. `{"role-id": "…"}` becomes `parameters.role_id`.
export function snakeCaseKeys(value: object): Record<string, unknown> {
  const entries = Object.entries(value)
    .filter(([name]) => !isOvershadowed(name, value))
    .map(([name, member]) => [name.replaceAll('-', '_'), toSnakeCase(member)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

// If a name with hyphens is present, the API uses that one, so another spelling is ignored.
function isOvershadowed(name: string, value: object): boolean {
  const hyphenated = name.replaceAll('_', '-');
  return hyphenated !== name && Object.hasOwn(value, hyphenated);
}

function toSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSnakeCase);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return typeof value === 'object' && value !== null ? snakeCaseKeys(value) : value;
}
