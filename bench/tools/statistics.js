const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median, lowest and highest of ratios that were each taken within one cycle. */
function ratioLine(name, ratios) {
  const [middle, low, high] = [median(ratios), Math.min(...ratios), Math.max(...ratios)];
  return `  ${name}: median ${middle.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}, ${ratios.length} cycles)`;
}

const say = (line) => process.stdout.write(`${line}\n`);
const column = (value, digits = 0, width = 9) => value.toFixed(digits).padStart(width);

module.exports = { column, median, ratioLine, say };
