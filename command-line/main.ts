#!/usr/bin/env node
import process from 'node:process';
import { run } from './program.ts';

// A reader such as `head` may leave before the end: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
