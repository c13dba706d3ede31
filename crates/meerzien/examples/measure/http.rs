//! As little HTTP/1.1 as sending and watching needs, so that the measuring itself costs next to nothing.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

/// A connection that stays open.
pub struct Connection {
    pub send: OwnedWriteHalf,
    receive: BufReader<OwnedReadHalf>,
    server: SocketAddr,
}

/// What an answer begins with.
pub struct Head {
    pub status: u16,
    length: u64,
}

impl Connection {
    pub async fn open(server: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(server).await?;
        stream.set_nodelay(true)?;
        let (receive, send) = stream.into_split();
        Ok(Self { send, receive: BufReader::with_capacity(256 * 1024, receive), server })
    }

    /// Sends the head of a request.
    pub async fn ask(&mut self, method: &str, path: &str, headers: &[String]) -> io::Result<()> {
        let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.server);
        for header in headers {
            text.push_str(header);
            text.push_str("\r\n");
        }
        text.push_str("\r\n");
        self.send.write_all(text.as_bytes()).await
    }

    /// Reads the head of an answer.
    pub async fn head(&mut self) -> io::Result<Head> {
        let mut line = String::new();
        self.receive.read_line(&mut line).await?;
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok());
        let mut head = Head { status: status.ok_or_else(|| io::Error::other("no answer"))?, length: 0 };
        loop {
            line.clear();
            self.receive.read_line(&mut line).await?;
            let Some((name, value)) = line.split_once(':') else { return Ok(head) };
            if name.eq_ignore_ascii_case("content-length") {
                head.length = value.trim().parse().map_err(io::Error::other)?;
            }
        }
    }

    /// Waits for the first byte of an answer's body.
    pub async fn first_byte(&mut self) -> io::Result<()> {
        self.receive.fill_buf().await.map(|_| ())
    }

    /// Reads an answer's body and forgets it.
    pub async fn body(&mut self, head: &Head) -> io::Result<u64> {
        let mut body = (&mut self.receive).take(head.length);
        tokio::io::copy_buf(&mut body, &mut tokio::io::sink()).await
    }
}
