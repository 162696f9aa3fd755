import { runProgram } from './bootstrap.mjs';

runProgram('start');
