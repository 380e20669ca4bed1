const { monitorEventLoopDelay } = require('node:perf_hooks');

/**
 * In a measured process: answers `begin` and `end` of a slice with CPU time of all its threads and the main thread's
 * event-loop delay, and ends on `stop`.
 */
function answerMeter(stop) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let before = process.cpuUsage();
  process.on('message', async (question) => {
    if (question === 'begin') {
      before = process.cpuUsage();
      delay.reset();
      delay.enable();
      process.send('begun');
    } else if (question === 'end') {
      const { user, system } = process.cpuUsage(before);
      delay.disable();
      process.send({ cpuMs: (user + system) / 1000, loopP99: delay.percentile(99) / 1e6 });
    } else if (question === 'stop') {
      await stop();
      process.disconnect();
    }
  });
}

module.exports = { answerMeter };
