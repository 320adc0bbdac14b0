import { operations } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import { hiddenMembers, resourceRows } from '../../src/generated/resources.ts';
import { hiddenBy, itemsOn, placeOf, shownBy } from '../../src/state/collections.ts';

describe('a collection', () => {
  it.each(resourceRows)('of %s is made from the catalogue', (itemPath, shownAs) => {
    const path = itemPath.slice(0, itemPath.lastIndexOf('/'));
    const methodsAt = (where: string): readonly string[] =>
      operations.filter((operation) => operation.path === where).map(({ method }) => method);
    expect(methodsAt(path)).toEqual(
      expect.arrayContaining(shownAs === '' ? ['GET', 'POST'] : ['POST']),
    );
    expect(placeOf(path)).toMatchObject({ at: 'collection', collection: { itemPath } });
    expect(placeOf(itemPath)).toMatchObject({ at: 'item', collection: { itemPath } });
  });

  it('hides members from operations that there are', () => {
    const names = operations.map(({ name }) => name);
    for (const [name, members] of hiddenMembers) {
      expect(names).toContain(name);
      expect(hiddenBy(name)).toEqual(members);
    }
    expect(hiddenBy('get-instance')).toEqual([]);
  });

  it('is shown by its parent where the parent says so', () => {
    const group = placeOf('/security-group/{id}');
    expect(group && shownBy(group.collection)).toMatchObject([{ shownAs: 'rules' }]);
    const vpc = placeOf('/vpc/{id}');
    expect(vpc && shownBy(vpc.collection)).toEqual([]);
  });
});

describe('the items on a path', () => {
  it.each([
    ['/instance', []],
    ['/instance/{id}', ['/instance/{id}']],
    ['/instance/{id}:start', ['/instance/{id}']],
    ['/instance/{instance-id}:revert-snapshot', ['/instance/{instance-id}']],
    ['/vpc/{vpc-id}/subnet/{id}', ['/vpc/{vpc-id}', '/vpc/{vpc-id}/subnet/{id}']],
    ['/reverse-dns/instance/{id}', []],
    ['/api-key/{id}', []],
    ['/dbaas-postgres/{name}', []],
  ])('%s are %j', (path, items) => {
    expect(itemsOn(path)).toEqual(items);
  });
});
