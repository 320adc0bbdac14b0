// A random set of requests that is the same in every run: ordinary ones for the most part, and enough
// of everything that signers are known to disagree about.

export interface SampleRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

type Random = () => number;

const origin = 'https://api-ch-gva-2.exoscale.com';

const segments = [
  'instance',
  'iam-role',
  'a0000000-0000-4000-8000-000000000000',
  'some%20key',
  'a%2Fb',
  'a%2fb',
  '%7Euser',
  '~user',
  '%C3%A4',
  'ä',
  'x:revert',
  'a@b',
  "it's",
  'a+b',
  'a,b',
  'a=b',
  'a!b*(c)',
  'a|b',
  'a[0]',
  'a;v=1',
  '$',
];

const names = ['from', 'to', 'labels', 'manager-type', 'ip-address', 'visibility', 'a', 'B', '_'];
const oddNames = ['a%20b', 'a+b', '%61', 'ä', 'a%3Bb', 'a,b'];

const values = [
  'web',
  '',
  'true',
  '10',
  'a%20b',
  'a+b',
  '%2B',
  '2026-01-01T00:00:00Z',
  'a=b',
  'a%26b',
  'ä%C3%A4',
  '%E2%82%AC',
  "'",
  'a/b?c',
  'a:b@c',
];
const oddValues = ['a;b', '%zz', '100%', '%'];

const bodies = ['', '{}', '{"name":"foo"}', '{"name":"ä€😀"}', '{\n  "a": [1, 2]\n}', 'no JSON'];

export function randomRequests(count: number, seed: number): readonly SampleRequest[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => randomRequest(random));
}

function randomRequest(random: Random): SampleRequest {
  const path = Array.from({ length: 1 + below(random, 3) }, () =>
    random() < 0.7 ? pick(random, segments.slice(0, 3)) : pick(random, segments),
  );
  const pairs = Array.from({ length: Math.max(0, below(random, 7) - 2) }, () => {
    const name = random() < 0.95 ? pick(random, names) : pick(random, oddNames);
    const value = random() < 0.97 ? pick(random, values) : pick(random, oddValues);
    return random() < 0.02 ? name : `${name}=${value}`;
  });
  const query = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  const hex = (): string => below(random, 16).toString(16);
  return {
    method: pick(random, ['GET', 'POST', 'PUT', 'DELETE']),
    url: `${origin}/v2/${path.join('/')}${query}`,
    body: pick(random, bodies),
    apiKey: `EXO${Array.from({ length: 24 }, hex).join('')}`,
    apiSecret: Array.from({ length: 43 }, hex).join(''),
  };
}

// Mulberry32, a generator in five lines: what counts is that a seed gives the same requests for ever.
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)] as T;
}
