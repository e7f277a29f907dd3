// VS Code's own library of the protocol speaks with the server. SATZ is the binary.
'use strict'
const test = require('node:test')
const assert = require('node:assert')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { execFileSync, spawn } = require('node:child_process')
const { pathToFileURL } = require('node:url')
const protocol = require('vscode-languageserver-protocol/node')

const satz = process.env.SATZ || 'satz'

function workspace() {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'satz-')))
  fs.mkdirSync(path.join(root, 'articles'))
  fs.writeFileSync(path.join(root, 'satz.yaml'), 'locales: [en]\n')
  fs.writeFileSync(path.join(root, 'articles/markt.md'), '# Markt\n\nDer Markt öffnet im Mai.\n')
  execFileSync(satz, ['-C', root, 'sync'], { stdio: 'pipe' })
  return root
}

test('a catalog is judged, asked about and changed', { timeout: 30000 }, async (context) => {
  const root = workspace()
  const server = spawn(satz, ['lsp'], { cwd: root })
  context.after(() => { server.kill(); fs.rmSync(root, { recursive: true }) })
  const connection = protocol.createProtocolConnection(server.stdout, server.stdin)
  connection.listen()
  const uri = (name) => pathToFileURL(path.join(root, name)).href
  const started = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid, rootUri: pathToFileURL(root).href, workspaceFolders: null,
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } }, workspace: { workspaceEdit: { documentChanges: true } } },
  })
  const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, '../package.json')))
  const offered = started.capabilities.executeCommandProvider.commands
  for (const { command } of manifest.contributes.commands) assert.ok(!offered.includes(command), `${command} would be registered twice`)
  await connection.sendNotification(protocol.InitializedNotification.type, {})
  const text = fs.readFileSync(path.join(root, 'locales/en/markt.ftl'), 'utf8').replace(/(# de: Der Markt.*\n# s\w+ =)/, '$1 The market opens in June.')
  const textDocument = { uri: uri('locales/en/markt.ftl'), languageId: 'fluent', version: 1, text }
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, { textDocument })
  const report = await connection.sendRequest(protocol.DocumentDiagnosticRequest.type, { textDocument })
  assert.deepStrictEqual(report.items.map(({ code }) => code).sort(), ['missing', 'typed-in-comment'])
  const formatted = await connection.sendRequest(protocol.DocumentFormattingRequest.type, { textDocument, options: { tabSize: 4, insertSpaces: true } })
  assert.ok(formatted.length > 0)
  const line = text.split('\n').findIndex((line) => line.includes('in June'))
  const hover = await connection.sendRequest(protocol.HoverRequest.type, { textDocument, position: { line, character: 3 } })
  assert.match(hover.contents.value, /Der Markt öffnet im Mai/)
  const symbols = await connection.sendRequest(protocol.DocumentSymbolRequest.type, { textDocument })
  assert.strictEqual(symbols[0].name, 'Markt')
  await connection.sendRequest(protocol.ShutdownRequest.type)
  await connection.sendNotification(protocol.ExitNotification.type)
  const status = await new Promise((resolve) => server.once('exit', resolve))
  assert.strictEqual(status, 0)
})
