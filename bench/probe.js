// Loaded into a measured server by `--import`: how long its event loop kept others waiting and what it allocated
// since it was asked the last time, and what memory it holds. Answers each message of its parent with one.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GCProfiler, getHeapStatistics } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let allocations = countAllocations();
  process.on('message', () => {
    const answer = {
      delay_p99_ms: delay.percentile(99) / 1e6,
      allocated_bytes: allocations(),
      rss_bytes: process.memoryUsage.rss(),
    };
    delay.reset();
    allocations = countAllocations();
    process.send(answer);
  });
  // A parent that is there does not keep a server running that is to stop.
  process.channel.unref();
}

/** Answers, when called, the bytes allocated on the heap of this thread since: what it grew by between collections. */
function countAllocations() {
  const profiler = new GCProfiler();
  profiler.start();
  const startBytes = getHeapStatistics().used_heap_size;
  return () => {
    const { statistics } = profiler.stop();
    let lastBytes = startBytes;
    let allocatedBytes = 0;
    for (const { beforeGC, afterGC } of statistics) {
      allocatedBytes += beforeGC.heapStatistics.usedHeapSize - lastBytes;
      lastBytes = afterGC.heapStatistics.usedHeapSize;
    }
    return allocatedBytes + getHeapStatistics().used_heap_size - lastBytes;
  };
}
