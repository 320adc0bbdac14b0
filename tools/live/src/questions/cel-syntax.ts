// Whether an expression that cannot be parsed is refused: a rule that fails to evaluate is skipped.
import { type AnyQuestion, define } from '../question.ts';
import { judgeCreation, tryPolicy } from './unknown-class.ts';

export const celSyntax: AnyQuestion = define({
  id: 'cel-syntax',
  fact: 'Whether an expression with a syntax error is refused at creation',
  judge: judgeCreation,
  ask: (lab) =>
    tryPolicy(lab, {
      'default-service-strategy': 'deny',
      services: {
        compute: { type: 'rules', rules: [{ action: 'allow', expression: 'operation ==' }] },
      },
    }),
});
