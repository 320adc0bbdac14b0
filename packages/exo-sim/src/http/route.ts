// Finds the zone and the operation that a request addresses.
import { matchOperation, type Operation, type OperationMatch } from '@x/exo-operations';

import { refuse, type Answer } from '../call/answer.ts';
import { matchLegacyOperation } from '../legacy/legacy-operations.ts';
import type { ReceivedRequest } from './received-request.ts';
import { fallbackZone } from './zones.ts';

interface Address {
  readonly zone: string;
  /** Raw, as the signature covers it. */
  readonly path: string;
  readonly query: string;
}

export type Route = Address &
  (
    | {
        readonly operation: Operation;
        readonly pathParameters: Readonly<Record<string, string>>;
      }
    | { readonly operation?: undefined; readonly refusal: Answer }
  );

export function routeRequest(request: ReceivedRequest, zones: readonly string[]): Route {
  const mark = request.target.indexOf('?');
  const path = mark < 0 ? request.target : request.target.slice(0, mark);
  const query = mark < 0 ? '' : request.target.slice(mark + 1);
  const [, zoneOfPath, rest] = /^(?:\/([^/]+))?\/v2(\/.*)$/.exec(path) ?? [];
  const zone = zoneOfPath ?? zoneOfHost(request.headers['host']) ?? fallbackZone(zones);
  const address = { zone, path, query };
  if (rest === undefined) {
    return { ...address, refusal: refuse(404, `No such path: ${path}, expected /v2/…`) };
  }
  if (!zones.includes(zone)) {
    return {
      ...address,
      refusal: refuse(404, `No such zone: ${zone}; known zones are ${zones.join(', ')}`),
    };
  }
  const match = find(request.method, rest);
  if (match === 'malformed') {
    return { ...address, refusal: refuse(400, 'Malformed percent-encoding in the path') };
  }
  return match
    ? { ...address, ...match }
    : { ...address, refusal: refuseUnknown(request.method, rest) };
}

function find(method: string, path: string): OperationMatch | 'malformed' | undefined {
  try {
    return matchOperation(method, path) ?? matchLegacyOperation(method, path);
  } catch {
    // The only thing that throws is decodeURIComponent.
    return 'malformed';
  }
}

function refuseUnknown(method: string, path: string): Answer {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((other) => find(other, path));
  if (methods.length === 0) return refuse(404, `No such path: ${path}`);
  const allow = methods.join(', ');
  return {
    ...refuse(405, `${method} is not allowed for this path; allowed: ${allow}`),
    headers: { allow },
  };
}

function zoneOfHost(host: string | undefined): string | undefined {
  return /^api-([^.]+)\.exoscale\.com(?::\d+)?$/i.exec(host ?? '')?.[1]?.toLowerCase();
}
