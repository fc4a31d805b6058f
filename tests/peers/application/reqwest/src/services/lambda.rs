//! Lambda.

use http::Request;

use super::{Aws, Done, Unsigned};

pub struct Invoke {
    pub function_name: String,
    pub payload: Vec<u8>,
}

pub struct InvokeOutput {
    pub payload: Vec<u8>,
}

pub async fn invoke(aws: &Aws, input: Invoke) -> Done<InvokeOutput> {
    let payload = aws.send("lambda", request(aws, input)?).await?;
    Ok(InvokeOutput { payload })
}

fn request(aws: &Aws, input: Invoke) -> Done<Unsigned> {
    let endpoint = aws.endpoint("lambda");
    let path = format!("2015-03-31/functions/{}/invocations", input.function_name);
    let request = Request::post(format!("{endpoint}/{path}"));
    let request = request.header("content-type", "application/octet-stream");
    Ok(request.body(input.payload)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::tests::aws;
    use crate::services::tests::told;

    #[test]
    fn a_function_is_given_its_payload() {
        let input = Invoke {
            function_name: "price".to_owned(),
            payload: b"order-7".to_vec(),
        };
        let expected = "POST https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/price/invocations\n\n\
                        order-7";
        assert_eq!(told(request(&aws(), input).expect("a request")), expected);
    }
}
