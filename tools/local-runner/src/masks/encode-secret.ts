// The forms of a secret that may appear in a log: those that GitHub's runner masks together with the value.
// Hexadecimal and compressed forms are not included.

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The value and every encoding of it, without repetitions. */
export function encodeSecret(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const forms = [
    value,
    // Base64 of text that holds the secret looks different at each of three offsets.
    bytes.toString('base64'),
    shifted(bytes, 1),
    shifted(bytes, 2),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    escapeUriData(value),
    value.replaceAll(/[&<>"']/g, (character) => xmlEntities[character] ?? character),
    trimQuotes(value),
    ...splitAtAmpersand(value),
  ];
  return [...new Set(forms)];
}

function shifted(bytes: Buffer, count: number): string {
  return (bytes.length > count ? bytes.subarray(count) : bytes).toString('base64');
}

function escapeUriData(value: string): string {
  const percent = (character: string): string =>
    `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(value.toWellFormed()).replaceAll(/[!'()*]/g, percent);
}

function trimQuotes(value: string): string {
  const quoted = value.length > 8 && value.startsWith('"') && value.endsWith('"');
  return quoted ? value.slice(1, -1) : value;
}

// PowerShell reports a command that failed at an ampersand in two pieces.
function splitAtAmpersand(value: string): readonly string[] {
  const mark = value.includes('&+') ? '&+' : '&';
  const last = value.lastIndexOf(mark);
  if (last < 0) return [];
  const pieces = [value.slice(0, last), value.slice(last + mark.length)];
  return pieces.filter((piece) => piece.length >= 6);
}
