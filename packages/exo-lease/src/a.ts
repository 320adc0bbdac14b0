import { Command } from 'commander';
import { createHash } from 'node:crypto';
import { createClient } from '@x/exo-iam';
export function a(): void { console.log(new Command(), createHash, createClient); }
