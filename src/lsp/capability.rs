//! What the server offers, and what it asks to be told.

use serde_json::{Value, json};

use super::client::Client;
use super::{command, token};
use crate::text::Encoding;

/// The answer to `initialize`.
pub(super) fn capabilities(client: &Client) -> Value {
    let mut capabilities = json!({
        "positionEncoding": match client.encoding {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
        },
        "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": false}},
        "hoverProvider": true,
        "definitionProvider": true,
        "referencesProvider": true,
        "documentSymbolProvider": true,
        "workspaceSymbolProvider": true,
        "foldingRangeProvider": true,
        "selectionRangeProvider": true,
        "documentLinkProvider": {},
        "codeLensProvider": {},
        "inlayHintProvider": true,
        "inlineCompletionProvider": true,
        "documentFormattingProvider": true,
        "codeActionProvider": {
            "codeActionKinds": ["quickfix", "refactor.rewrite", "source.fixAll.satz", "source.satz"],
            "resolveProvider": true,
        },
        "completionProvider": {"triggerCharacters": ["{", "-", "$", "#", ":", "="]},
        "renameProvider": {"prepareProvider": true},
        "semanticTokensProvider": {
            "legend": {"tokenTypes": token::TYPES, "tokenModifiers": []},
            "full": true,
        },
        "executeCommandProvider": {"commands": command::NAMES},
        "workspace": {
            "workspaceFolders": {"supported": true, "changeNotifications": true},
            "fileOperations": {"willRename": {"filters": [
                {"scheme": "file", "pattern": {"glob": "**/*.{ftl,md,markdown,mdx,html,htm,txt}"}},
            ]}},
        },
    });
    if client.has("/workspace/textDocumentContent") {
        capabilities["workspace"]["textDocumentContent"] = json!({"schemes": ["satz"]});
    }
    if client.pulls {
        capabilities["diagnosticProvider"] = json!({
            "identifier": "satz",
            "interFileDependencies": true,
            "workspaceDiagnostics": true,
        });
    }
    json!({
        "capabilities": capabilities,
        "serverInfo": {"name": "satz", "version": env!("CARGO_PKG_VERSION")},
    })
}

/// What is asked of a client when it is ready: to be told of files that change.
pub(super) fn registrations(client: &Client) -> Vec<Value> {
    if !client.has("/workspace/didChangeWatchedFiles/dynamicRegistration") {
        return Vec::new();
    }
    let watchers: Vec<Value> = [
        "**/satz.yaml",
        "**/*.ftl",
        "**/*.{md,markdown,mdx,html,htm,txt}",
        "**/*.tmx",
    ]
    .iter()
    .map(|glob| json!({"globPattern": glob}))
    .collect();
    vec![json!({"registrations": [{
        "id": "satz-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": {"watchers": watchers},
    }]})]
}
