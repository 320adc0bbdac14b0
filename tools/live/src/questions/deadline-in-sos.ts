// The same rule in object storage, which is another service and could evaluate it differently.
import { withDeadline } from '@x/exo-iam';

import { type Answer, readRefusal } from '../answer.ts';
import { allowOnly, type Bucket, type KeyPair, type Lab } from '../lab.ts';
import { judgeDeadline, measureDeadline } from '../measure-deadline.ts';
import { type AnyQuestion, define } from '../question.ts';
import { signS3Request } from '../sign-s3-request.ts';

const ttlSeconds = 60;

export const deadlineInSos: AnyQuestion = define({
  id: 'deadline-in-sos',
  fact: 'The deadline rule is enforced in class sos, and how precisely',
  judge: judgeDeadline,
  unavailable: ({ bucket }) => (bucket ? undefined : 'no bucket was given'),
  async ask(lab) {
    const { bucket } = lab;
    if (!bucket) throw new Error('No bucket was given.');
    const policy = withDeadline(allowOnly('sos', ['list-objects', 'head-bucket']), ttlSeconds, {
      now: Date.now(),
    });
    const pair = await lab.makeKey(await lab.makeRole({ policy }));
    const createdAt = lab.now();
    const use = () => listBucket(lab, bucket, pair);
    return measureDeadline(lab, { ttlSeconds, createdAt, use });
  },
});

async function listBucket(lab: Lab, bucket: Bucket, pair: KeyPair): Promise<Answer> {
  const url = new URL(`/${bucket.name}?max-keys=1`, bucket.endpoint);
  const headers = signS3Request({ url, region: bucket.zone, ...pair, now: lab.now() });
  const response = await lab.fetch(url, { headers, redirect: 'error' });
  const body = await response.text();
  return { status: response.status, text: response.ok ? '' : readRefusal(body) };
}
