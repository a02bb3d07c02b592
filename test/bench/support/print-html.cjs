// A bare Electron: prints one HTML file to PDF and says what it cost. electron print-html.cjs FILE.html
const { app, BrowserWindow } = require('electron');

const file = process.argv.at(-1);

async function print() {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: false } });
  const start = performance.now();
  await window.loadFile(file);
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  const seconds = (performance.now() - start) / 1000;
  const processes = app.getAppMetrics();
  const peakKiB = processes.reduce((sum, { memory }) => sum + (memory.peakWorkingSetSize ?? memory.workingSetSize), 0);
  process.stdout.write(
    `RESULT ${JSON.stringify({ seconds, mebibytes: peakKiB / 1024, kibibytes: pdf.length / 1024 })}\n`,
  );
  app.exit(0);
}

app.whenReady().then(print, () => app.exit(1));
