//! Messages of JSON-RPC as they come over a pipe, whoever sends them: cut by their headers, within limits.

use std::io::{self, BufRead, Read, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// The longest message that is read, in bytes. A text of 10 MB fits with every character escaped.
const LONGEST_MESSAGE: u64 = 64 * 1024 * 1024;

/// The longest line of a header, in bytes.
const LONGEST_LINE: u64 = 4096;

/// Begins the header that says how long a message is, in small letters.
const LENGTH: &[u8] = b"content-length:";

/// The name of a request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Id {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

/// A message of the client. What it is about is parsed by whoever knows its method.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Message {
    /// The name of a request or of the answer to one.
    pub(super) id: Option<Id>,
    /// What is asked for or told; none in an answer.
    pub(super) method: Option<String>,
    pub(super) params: Option<Box<RawValue>>,
    pub(super) result: Option<Box<RawValue>>,
}

impl Message {
    /// Reads what the message is about as what its method takes.
    pub(super) fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, Fault> {
        parse(self.params.as_deref())
    }
}

/// Reads what a message is about; nothing counts as `null`.
pub(super) fn parse<T: serde::de::DeserializeOwned>(raw: Option<&RawValue>) -> Result<T, Fault> {
    let text = raw.map_or("null", RawValue::get);
    serde_json::from_str(text).map_err(|error| Fault::new(Code::InvalidParams, error.to_string()))
}

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) message: String,
}

/// What kind of fault it is, by the numbers of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,
    RequestCancelled = -32800,
}

impl Fault {
    pub(super) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    /// What was asked for cannot be had.
    pub(super) fn failed(message: impl Into<String>) -> Self {
        Self::new(Code::RequestFailed, message)
    }

    pub(super) fn cancelled() -> Self {
        Self::new(Code::RequestCancelled, "the request was cancelled")
    }
}

impl From<crate::session::Failure> for Fault {
    fn from(failure: crate::session::Failure) -> Self {
        if failure.is_cancelled() {
            return Self::cancelled();
        }
        Self::failed(failure.to_string())
    }
}

/// The answer to a request; that to one whose name could not be read has none.
pub(super) fn response(id: Option<&Id>, answer: Result<Value, Fault>) -> Value {
    match answer {
        Ok(result) => serde_json::json!({"jsonrpc": "2.0", "id": id, "result": result}),
        Err(fault) => serde_json::json!({
            "jsonrpc": "2.0",
            "id": id,
            "error": {"code": fault.code as i64, "message": fault.message},
        }),
    }
}

/// Writes a message with its header.
pub(super) fn write(output: &mut dyn Write, message: &Value) -> io::Result<()> {
    let body = serde_json::to_vec(message)?;
    write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
    output.write_all(&body)
}

/// Reads the next message; none at the end of the input. What is no message is a fault, and the next one
/// is looked for behind it.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Result<Message, Fault>>> {
    let length = match read_header(input)? {
        None => return Ok(None),
        Some(Err(fault)) => return Ok(Some(Err(fault))),
        Some(Ok(length)) => length,
    };
    if length > LONGEST_MESSAGE {
        io::copy(&mut input.take(length), &mut io::sink())?;
        let message = format!("a message of {length} bytes is too long; 64 MiB are read");
        return Ok(Some(Err(Fault::new(Code::InvalidRequest, message))));
    }
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(read_body(&body)))
}

fn read_body(body: &[u8]) -> Result<Message, Fault> {
    let unparsed = |error: serde_json::Error| Fault::new(Code::ParseError, error.to_string());
    let message = serde_json::from_slice(body);
    message.map_err(|error| match error.classify() {
        // JSON, but no message.
        serde_json::error::Category::Data => Fault::new(Code::InvalidRequest, error.to_string()),
        _ => unparsed(error),
    })
}

/// Reads a header up to its empty line, and returns the length of the message behind it. A line that is no
/// header may be the rest of a message whose length was wrong: the next header may begin within it.
fn read_header(input: &mut impl BufRead) -> io::Result<Option<Result<u64, Fault>>> {
    let mut length = None;
    let mut strange = false;
    loop {
        let mut line = Vec::new();
        input.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            match length {
                Some(length) => return Ok(Some(length)),
                None if strange => return Ok(Some(Err(no_length()))),
                None => continue,
            }
        }
        let lower = text.to_ascii_lowercase();
        match memchr::memmem::rfind(&lower, LENGTH) {
            Some(at) => length = Some(parse_length(&text[at + LENGTH.len()..])),
            None => strange |= !lower.starts_with(b"content-type:"),
        }
    }
}

fn no_length() -> Fault {
    Fault::new(
        Code::ParseError,
        "a message begins with `Content-Length:` and its length in bytes",
    )
}

fn parse_length(text: &[u8]) -> Result<u64, Fault> {
    let digits = text.trim_ascii();
    let is_number =
        !digits.is_empty() && digits.len() < 19 && digits.iter().all(u8::is_ascii_digit);
    let number = std::str::from_utf8(digits).ok().filter(|_| is_number);
    number
        .and_then(|number| number.parse().ok())
        .ok_or_else(no_length)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of an input, message by message: methods, and the names of faults.
    fn all(mut input: &[u8]) -> Vec<String> {
        let mut all = Vec::new();
        while let Some(message) = read(&mut input).expect("it is in memory") {
            all.push(match message {
                Ok(message) => message.method.unwrap_or_default(),
                Err(fault) => format!("{:?}", fault.code),
            });
        }
        all
    }

    fn message(method: &str) -> String {
        let body = format!(r#"{{"jsonrpc":"2.0","method":"{method}"}}"#);
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn messages_follow_each_other() {
        let other = message("b").replace(
            "Content-Length",
            "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-LENGTH",
        );
        let input = message("a") + &other + "\r\n\r\n" + &message("c");
        assert_eq!(all(input.as_bytes()), ["a", "b", "c"]);
    }

    #[test]
    fn what_is_no_message_hides_none_behind_it() {
        for broken in [
            "GET / HTTP/1.1\r\n\r\n",
            "Content-Length: x\r\n\r\n",
            "Content-Length: -3\r\n\r\n",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Content-Length: 2\r\n\r\n{]",
            "Content-Length: 4\r\n\r\n[[]]",
            "Content-Length: 4\r\n\r\nnull",
            "Content-Length: 2\r\n\r\n\u{1}\u{2}",
        ] {
            let read = all((broken.to_owned() + &message("a")).as_bytes());
            assert_eq!(read.last().map(String::as_str), Some("a"), "{broken:?}");
            assert_eq!(read.len(), 2, "{broken:?}");
        }
    }

    #[test]
    fn a_length_that_is_too_short_costs_one_message() {
        let input = "Content-Length: 2\r\n\r\n{}, and more\n".to_owned() + &message("a");
        assert_eq!(all(input.as_bytes()).last().map(String::as_str), Some("a"));
    }

    #[test]
    fn long_messages_are_passed_over() {
        let length = LONGEST_MESSAGE + 1;
        let mut input = format!("Content-Length: {length}\r\n\r\n").into_bytes();
        input.resize(
            input.len() + usize::try_from(length).expect("it fits"),
            b' ',
        );
        input.extend(message("a").bytes());
        assert_eq!(all(&input), ["InvalidRequest", "a"]);
    }

    #[test]
    fn deep_nesting_is_a_fault_or_passed_over() {
        let deep = "[".repeat(200_000) + &"]".repeat(200_000);
        let body = format!(r#"{{"method":"a","params":{deep}}}"#);
        let input = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        assert_eq!(all(input.as_bytes()).len(), 1);
    }

    #[test]
    fn an_input_that_ends_midway_ends() {
        let input = message("a");
        for end in 0..input.len() {
            assert_eq!(all(&input.as_bytes()[..end]), Vec::<String>::new());
        }
    }
}
