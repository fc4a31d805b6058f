//! What is sent in a header is read again as it was, whatever it is.

use aws_smithy_types::DateTime;
use proptest::prelude::*;

use crate::support::http_binding::{self, Base64, EpochSeconds, Request, Values, ValuesAs};

/// The headers of a request as those of a response.
fn echoed(request: Request) -> http::Response<Vec<u8>> {
    let request = request.empty().expect("a request that can be sent");
    let mut response = http::Response::new(Vec::new());
    *response.headers_mut() = request.headers().clone();
    response
}

fn back<V: Values>(value: &V, mut slot: V) -> V {
    let mut request = Request::new("GET", "/");
    request.header("X-A", value);
    let response = echoed(request);
    http_binding::header(&(&response).into(), "X-A", &mut slot).expect("a value of the type");
    slot
}

fn back_as<F, V: ValuesAs<F>>(value: &V, mut slot: V) -> V {
    let mut request = Request::new("GET", "/");
    request.header_as::<F>("X-A", value);
    let response = echoed(request);
    let read = http_binding::header_as::<F>(&(&response).into(), "X-A", &mut slot);
    read.expect("a value of the type");
    slot
}

proptest! {
    #[test]
    fn a_list_of_texts_is_read_back(texts in prop::collection::vec("[ -~é]{0,6}", 0..5)) {
        prop_assert_eq!(back(&texts, Vec::new()), texts);
    }

    #[test]
    fn a_text_of_a_media_type_is_read_back(text in ".*") {
        prop_assert_eq!(back_as::<Base64, _>(&text, String::new()), text);
    }

    #[test]
    fn a_number_is_read_back(number in any::<f64>()) {
        let read = back(&number, 0.0);
        prop_assert!(read == number || read.is_nan() && number.is_nan());
    }

    #[test]
    fn a_timestamp_is_read_back(seconds in any::<i32>(), nanos in 0_u32..1_000_000_000) {
        let time = DateTime::from_secs_and_nanos(seconds.into(), nanos);
        prop_assert_eq!(back_as::<EpochSeconds, _>(&time, DateTime::from_secs(0)), time);
    }

    #[test]
    fn any_header_is_read_or_refused(line in "[ -~]*") {
        let response = http::Response::builder().header("X-A", line).body(Vec::new());
        let response = response.expect("a header that HTTP allows");
        let mut list = Vec::<String>::new();
        let _ = http_binding::header(&(&response).into(), "X-A", &mut list);
    }
}
