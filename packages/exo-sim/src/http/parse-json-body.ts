// A request body as an object. A missing body is an empty object.

// Far deeper than the API's schemas. Without a limit, a few kilobytes of brackets would exhaust the stack of
// code that walks the body later.
const maximumDepth = 64;

export function parseJsonBody(bytes: Uint8Array): Record<string, unknown> | undefined {
  if (bytes.byteLength === 0) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return isShallow(value, maximumDepth) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}
