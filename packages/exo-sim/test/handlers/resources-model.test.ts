// Whatever is made, changed and deleted in whatever order, the API shows what a plain model says.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { clientOf, createItem, type Send } from '../support/client.ts';

type Members = Readonly<Record<string, unknown>>;

/** By path: what was sent of each item that there should be. */
type Model = Map<string, Members>;

interface Step {
  readonly act: keyof typeof acts;
  /** Which of the networks there are. */
  readonly index: number;
  readonly sent: Members;
}

const sent: fc.Arbitrary<Members> = fc.record(
  {
    name: fc.string(),
    description: fc.option(fc.string()),
    labels: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);

const withoutNulls = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== null));

const acts = {
  async create(send: Send, model: Model, { sent: members }: Step) {
    model.set(await createItem(send, '/v2/vpc', members), withoutNulls(members));
  },
  async createBelow(send: Send, model: Model, step: Step) {
    const path = await createItem(send, `${chosen(model, step)}/subnet`, step.sent);
    model.set(path, withoutNulls(step.sent));
  },
  async update(send: Send, model: Model, step: Step) {
    const path = chosen(model, step);
    await send('PUT', path, step.sent);
    model.set(path, withoutNulls({ ...model.get(path), ...step.sent }));
  },
  async delete(send: Send, model: Model, step: Step) {
    const path = chosen(model, step);
    await send('DELETE', path);
    for (const each of model.keys()) if (each.startsWith(path)) model.delete(each);
  },
} as const;

const networks = (model: Model): string[] =>
  [...model.keys()].filter((path) => !path.includes('/subnet/'));

function chosen(model: Model, { index }: Step): string {
  const paths = networks(model);
  return paths[index % paths.length] ?? '';
}

async function play(send: Send, steps: readonly Step[]): Promise<Model> {
  const model: Model = new Map();
  for (const step of steps) {
    if (step.act === 'create' || networks(model).length > 0)
      await acts[step.act](send, model, step);
  }
  return model;
}

async function look(send: Send, model: Model): Promise<Model> {
  const seen: Model = new Map();
  for (const path of model.keys()) {
    const { body } = await send('GET', path);
    const { id: _, 'created-at': __, ...members } = body;
    seen.set(path, members as Members);
  }
  return seen;
}

it('shows what a plain model says', async () => {
  const step = fc.record({
    act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
    index: fc.nat(5),
    sent,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const simulator = createSimulator();
      const send = clientOf(simulator);
      const model = await play(send, steps);
      expect(await look(send, model)).toEqual(model);
      const { body } = await send('GET', '/v2/vpc');
      const listed = (body.vpcs as { readonly id: string }[]).map(({ id }) => `/v2/vpc/${id}`);
      expect(listed).toEqual(networks(model));
      // Nothing else is left, and all of it survives.
      const kept = [...simulator.state.resources.keys()].map((path) => `/v2${path}`);
      expect(kept.sort()).toEqual([...model.keys()].sort());
      const savedState = simulator.save();
      const again = clientOf(createSimulator({ savedState }));
      expect(await look(again, model)).toEqual(model);
    }),
    { numRuns: 60 },
  );
});
