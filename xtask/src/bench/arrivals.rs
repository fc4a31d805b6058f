//! A service on loopback, in this process, that looks at the clock when a request has arrived.

use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::problem::Problem;

/// What `CreateToken` is answered with.
const ANSWER: &str = r#"{"TokenId":"token-17","TokenType":"REFRESH_TOKEN","Token":"eyJhbGciOiJI"}"#;

/// How long a request is waited for that has to be there.
const PATIENCE: Duration = Duration::from_secs(10);

/// The requests that arrive: each is answered with a token, and its connection ends.
pub struct Arrivals {
    address: String,
    arrived: Receiver<io::Result<Arrival>>,
}

/// A request that has arrived.
struct Arrival {
    time: Instant,
    head: String,
}

impl Arrivals {
    /// Begins to listen.
    ///
    /// # Errors
    /// Where that is not possible.
    pub fn listen() -> Result<Self, Problem> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(Problem::new)?;
        let address = listener.local_addr().map_err(Problem::new)?;
        let (sender, arrived) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                if sender.send(stream.and_then(receive)).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            address: format!("http://{address}"),
            arrived,
        })
    }

    /// Where it listens, e.g. `http://127.0.0.1:4000`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// When the next request arrived, of those that nobody has asked for yet.
    ///
    /// # Errors
    /// Where there is none, or it is not signed.
    pub fn next(&self) -> Result<Instant, Problem> {
        let arrived = self.arrived.recv_timeout(PATIENCE).map_err(Problem::new)?;
        let arrival = arrived.map_err(Problem::new)?;
        let head = arrival.head.to_ascii_lowercase();
        if head.contains("\r\nauthorization: aws4-hmac-sha256 credential=") {
            return Ok(arrival.time);
        }
        let message = format!("a request came that is not signed:\n{}", arrival.head);
        Err(Problem::new(message))
    }
}

/// Reads a request to its end, looks at the clock, and answers.
fn receive(mut stream: TcpStream) -> io::Result<Arrival> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let head = loop {
        let size = stream.read(&mut piece)?;
        if size == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&piece[..size]);
        if let Some(head) = whole(&bytes) {
            break head;
        }
    };
    let time = Instant::now();
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\nconnection: close\r\n\
         content-length: {}\r\n\r\n{ANSWER}",
        ANSWER.len()
    );
    stream.write_all(answer.as_bytes())?;
    Ok(Arrival { time, head })
}

/// The head of a request that is there with all of its body.
fn whole(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    let length = lines.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length
        .and_then(|(_, length)| length.parse().ok())
        .unwrap_or(0);
    (body.len() >= length).then(|| head.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_arrived_when_its_body_has() {
        let request = "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
        assert_eq!(whole(&request.as_bytes()[..request.len() - 1]), None);
        let head = whole(request.as_bytes());
        assert_eq!(
            head.as_deref(),
            Some("POST / HTTP/1.1\r\nContent-Length: 3")
        );
    }

    fn arrived(signature: &str) -> (Instant, Result<Instant, Problem>) {
        let arrivals = Arrivals::listen().unwrap_or_else(|_| panic!("it listens"));
        let authority = arrivals.address().trim_start_matches("http://");
        let mut stream = TcpStream::connect(authority).expect("it listens");
        let start = Instant::now();
        write!(
            stream,
            "POST / HTTP/1.1\r\nauthorization: {signature}\r\n\r\n"
        )
        .expect("it is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.ends_with(ANSWER), "{answer}");
        (start, arrivals.next())
    }

    #[test]
    fn a_signed_request_arrives_after_it_was_sent() {
        let (start, time) = arrived("AWS4-HMAC-SHA256 Credential=a/b, Signature=c");
        assert!(time.is_ok_and(|time| time >= start));
    }

    #[test]
    fn a_request_that_is_not_signed_counts_as_none() {
        assert!(arrived("Bearer a").1.is_err());
    }
}
