const { fork } = require('node:child_process');
const { closeSync, openSync } = require('node:fs');

/**
 * Starts a script as a process of its own and waits until it says where it listens. Its output goes to a file, as a
 * service's does. `BENCH_PROFILES` names a folder for CPU profiles of its threads.
 * @returns its answers to `ready`, how to ask it, and how to end it
 */
async function startProcess(script, args, logFile) {
  const log = openSync(logFile, 'w');
  const profiles = process.env.BENCH_PROFILES;
  const execArgv = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];
  const child = fork(script, args, { execArgv, stdio: ['ignore', log, 'inherit', 'ipc'] });
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const answer = () =>
    new Promise((resolve, reject) => {
      const failed = (code) => reject(new Error(`${script} ended with ${code}; see ${logFile}`));
      child.once('exit', failed);
      child.once('message', (message) => {
        child.off('exit', failed);
        resolve(message);
      });
    });
  const ready = await answer();
  const ask = (question) => {
    const answered = answer();
    child.send(question);
    return answered;
  };
  const stop = async () => {
    child.send('stop');
    await ended;
  };
  return { ready, ask, stop };
}

module.exports = { startProcess };
