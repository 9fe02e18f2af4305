/** In the server that is measured: clears away what nobody holds any more, and tells what is left. */
process.on('message', (asked) => {
  if (asked !== 'measure') return;
  for (let round = 0; round < 3; round += 1) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ heapUsed, external, rss, resources: process.getActiveResourcesInfo() });
});
process.channel.unref();
