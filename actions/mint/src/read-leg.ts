// The hidden input `matrix`: which leg of a matrix this job is.

/**
 * The leg as GitHub's lists tell it apart, `ubuntu, 24`, from `toJson(matrix)`; the empty string without a
 * matrix. It only describes, so nothing about it is an error: what is not plain text is left out.
 */
export function readLeg(json: string): string {
  return Object.values(parseObject(json))
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map((value) => String(value).replace(/[^\w .:/@+-]+/g, ' '))
    .join(', ')
    .slice(0, 100);
}

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
