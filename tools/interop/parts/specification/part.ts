// The official specification judges the simulator's answers, our client's requests and the catalogue.
import { join } from 'node:path';

import type { Check, InteropContext, Part } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';
import { checkClientCalls } from './client-calls.ts';
import { createValidator } from './create-validator.ts';
import { checkEveryOperation } from './every-operation.ts';
import { checkEveryResource } from './every-resource.ts';
import { readSpecification } from './specification.ts';

export const specification: Part = {
  name: 'specification',
  title: 'the official OpenAPI file judges every answer, every request and the catalogue',
  async run(context) {
    const document = readSpecification(context.spec);
    const validate = await createValidator(context, document);
    const judge = { specification: document, validate };
    context.log(`${document.operations.size} operations, called, refused and sent no JSON …`);
    const operations = await checkEveryOperation(judge);
    context.log('every collection that the simulator remembers …');
    const resources = await checkEveryResource(judge);
    context.log('every resource of the client, every way of minting …');
    const calls = await checkClientCalls(judge);
    return {
      checks: [await checkCatalogue(context), ...operations, ...resources, ...calls],
      notes: [
        `${document.operations.size} operations; ${resources.length} collections, with every member; ${calls.length} requests of the client`,
        'a member that is not declared fails, except org-id of get-api-key, which the API was seen to answer; rules of a security group, said to be write-only, may be answered too',
        'legacy access keys left the specification in 2024: their answers are held against the schemas that it still has',
      ],
    };
  },
};

async function checkCatalogue({ root, spec = '', signal }: InteropContext): Promise<Check> {
  const script = join(root, 'tools/catalogue/generate.ts');
  const args = [script, '--check', '--spec', spec];
  const { code, stdout, stderr } = await runCommand(process.execPath, args, { env: {}, signal });
  const name = 'the committed catalogue is what the specification gives';
  return { name, passed: code === 0, detail: stdout + stderr };
}
