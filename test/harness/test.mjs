import { runProgram } from './bootstrap.mjs';

runProgram('test');
