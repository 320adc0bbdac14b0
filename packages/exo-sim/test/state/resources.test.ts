import { describe, expect, it } from 'vitest';

import type { Resource } from '../../src/index.ts';
import {
  asLink,
  asSegment,
  forgetResource,
  keepResource,
  pathOf,
  pathsIn,
  readResource,
} from '../../src/state/resources.ts';

describe('a path', () => {
  it('holds each value as one segment, and no two values as the same', () => {
    expect(pathOf('/vpc/{vpc-id}/subnet/{id}', { 'vpc-id': 'a', id: 'b' })).toBe('/vpc/a/subnet/b');
    expect(pathOf('/ssh-key/{name}', { name: 'a/b' })).toBe('/ssh-key/a%2Fb');
    expect(pathOf('/ssh-key/{name}', {})).toBe('/ssh-key/');
    expect(new Set(['a/b', 'a%2Fb', 'a%252Fb'].map(asSegment)).size).toBe(3);
  });
});

describe('a link', () => {
  it.each(['some key', 'a/b', '50%', 'ä?#[]', '𝄞', 'a~b.c:d-e_f'])(
    'leads to what is called %j',
    (name) => {
      const link = asLink(pathOf('/ssh-key/{name}', { name }));
      expect(new URL(link, 'http://a').pathname).toBe(link);
      expect(decodeURIComponent(link.slice('/ssh-key/'.length))).toBe(name);
    },
  );

  it('can be made of any text', () => {
    expect(asLink('/ssh-key/\ud800')).toBe('/ssh-key/%EF%BF%BD');
  });
});

describe('what is kept', () => {
  it('belongs to nobody else', () => {
    const kept = new Map<string, Resource>();
    const labels = { team: 'a' };
    keepResource({ resources: kept }, '/vpc/1', { labels });
    labels.team = 'b';
    const read = readResource(kept, '/vpc/1') as { labels: { team: string } };
    expect(read).toEqual({ labels: { team: 'a' } });
    read.labels.team = 'c';
    expect(readResource(kept, '/vpc/1')).toEqual({ labels: { team: 'a' } });
  });

  it('goes with what is below it and nothing else', () => {
    const paths = ['/vpc/1', '/vpc/1/subnet/2', '/vpc/1/subnet/2/route/3', '/vpc/11', '/vpc/2'];
    const kept = new Map(paths.map((path) => [path, {}]));
    expect(pathsIn(kept, '/vpc')).toEqual(['/vpc/1', '/vpc/11', '/vpc/2']);
    expect(pathsIn(kept, '/vpc/1/subnet')).toEqual(['/vpc/1/subnet/2']);
    forgetResource({ resources: kept, resourceZones: new Map() }, '/vpc/1');
    expect([...kept.keys()]).toEqual(['/vpc/11', '/vpc/2']);
    expect(readResource(kept, '/vpc/1')).toBeUndefined();
  });
});
