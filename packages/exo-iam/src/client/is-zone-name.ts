// The form of a zone's name. The list of zones grows, so none is written down.

/** Whether this can be the name of a zone, such as `ch-gva-2`, and so a part of a host's name. */
export function isZoneName(text: string): boolean {
  return /^[a-z]{2}-[a-z]{2,5}-\d{1,2}$/.test(text);
}
