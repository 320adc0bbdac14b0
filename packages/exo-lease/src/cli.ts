#!/usr/bin/env node
// The `exo-lease` command.
if (process.argv[2] === '--version') console.log('0.0.0');
else { const { a } = await import('./a.ts'); a(); }
