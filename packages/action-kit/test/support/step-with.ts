// A step with inputs, as far as the readers of inputs need one.
import * as core from '@actions/core';

import type { Step } from '../../src/step.ts';

export function stepWith(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Step & { readonly masked: readonly string[] } {
  const masked: string[] = [];
  const toolkit: typeof core = {
    ...core,
    getInput: (name) => inputs[name] ?? '',
    setSecret: (secret) => void masked.push(secret),
  };
  return { core: toolkit, env, signal: new AbortController().signal, masked };
}
