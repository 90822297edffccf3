import { runServer } from './serve.ts';

process.exitCode = await runServer(process.argv.slice(2), process.env);
