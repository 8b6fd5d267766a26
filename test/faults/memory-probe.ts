// Loaded into a receiver by NODE_OPTIONS: whoever connects to the local socket MEMORY_PROBE is told what is in use after
// a collection of garbage. The receiver itself knows nothing of it.
import { createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

createServer((socket) => {
  collect();
  // What finalizers let go of is collected the second time.
  setImmediate(() => {
    collect();
    socket.end(JSON.stringify(process.memoryUsage()));
  });
})
  .listen(process.env['MEMORY_PROBE'])
  .unref();
