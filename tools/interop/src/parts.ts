// Every part, in the order in which they run.
import { act } from '../parts/act/part.ts';
import { broker } from '../parts/broker/part.ts';
import { egoscale } from '../parts/egoscale/part.ts';
import { openapi } from '../parts/openapi/part.ts';
import { pythonExoscale } from '../parts/python-exoscale/part.ts';
import { runtimes } from '../parts/runtimes/part.ts';
import { sealing } from '../parts/seal/part.ts';
import { signatures } from '../parts/signatures/part.ts';
import { specification } from '../parts/specification/part.ts';
import { terraform } from '../parts/terraform/part.ts';
import type { Part } from './part.ts';

export const parts: readonly Part[] = [
  egoscale,
  pythonExoscale,
  terraform,
  act,
  signatures,
  sealing,
  broker,
  openapi,
  specification,
  runtimes,
];
