//! An e-mail address, as people write it down.

use crate::error::Refusal;
use crate::locale::say;
use std::fmt;
use std::str::FromStr;

/// An e-mail address; `(at)` and `[at]` are read as `@`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl FromStr for Email {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let address = text.replace(" (at) ", "@").replace("(at)", "@").replace("[at]", "@");
        let sound = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
        match address.split_once('@') {
            Some((name, host)) if sound(name) && sound(host) && host.contains('.') && !host.contains('@') => {
                Ok(Self(address))
            }
            _ => Err(Refusal::data(say::not_an_email(text)).hint(say::not_an_email_hint())),
        }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::one_text_form!(Email);
