// What a misspelled name was probably meant to be.
import leven from 'leven';

const maxNames = 3;

/** ` (did you mean …?)` with up to three names near the one given, or nothing. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearestNames(name, names);
  return near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
}

/** Up to three names near the one given, nearest first. None when nothing is near. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const lower = name.toLowerCase();
  const same = names.filter((candidate) => candidate.toLowerCase() === lower);
  if (same.length > 0) return same;
  const farthest = Math.max(2, Math.floor(name.length / 3));
  return names
    .filter((candidate) => Math.abs(candidate.length - name.length) <= farthest)
    .map((candidate) => ({ candidate, distance: leven(lower, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, maxNames)
    .map(({ candidate }) => candidate);
}
