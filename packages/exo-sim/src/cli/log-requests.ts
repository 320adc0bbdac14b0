// The same simulator, writing a line about each request once it is answered.
import type { RecordedRequest, Simulator } from '../simulator.ts';

export function logRequests(simulator: Simulator, write: (text: string) => void): Simulator {
  return {
    ...simulator,
    handle: async (request) => {
      const position = simulator.requests.length;
      const answer = await simulator.handle(request);
      // Requests are recorded the moment they arrive, before anything is awaited.
      const record = simulator.requests[position];
      if (record) write(`${describe(record)}\n`);
      return answer;
    },
  };
}

function describe(record: RecordedRequest): string {
  const { method, path, operation = 'unknown', apiKey = 'unsigned', zone, status } = record;
  return `${method} ${path} [${operation}] ${zone} ${apiKey} ${status ?? 'dropped'}`;
}
