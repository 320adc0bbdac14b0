// The adapter without a socket: a fetch that calls the simulator.
import { serializeAnswer } from '../call/answer.ts';
import type { RequestHandler } from './create-request-handler.ts';

export async function fetchInProcess(
  simulator: { readonly handle: RequestHandler; readonly now: () => number },
  request: Request,
): Promise<Response> {
  request.signal.throwIfAborted();
  const url = new URL(request.url);
  const answer = await simulator.handle({
    method: request.method,
    target: url.pathname + url.search,
    headers: { ...Object.fromEntries(request.headers), host: url.host },
    body: new Uint8Array(await request.arrayBuffer()),
    sourceIp: '127.0.0.1',
    endpointOf: (zone) => `https://api-${zone}.exoscale.com/v2`,
    signal: request.signal,
  });
  if (!answer) {
    const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    throw new TypeError('fetch failed', { cause });
  }
  const { headers, body } = serializeAnswer(answer, simulator.now());
  return new Response(body, { status: answer.status, headers });
}
