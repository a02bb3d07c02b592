// The least an Electron program can be: one window with an empty page.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<title>bare</title><h1>bare</h1>');
});
