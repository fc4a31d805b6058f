//! STS.

use serde::{Deserialize, Serialize};

use super::{Aws, Done, Unsigned, form, xml};

pub struct AssumeRole {
    pub role_arn: String,
    pub role_session_name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct AssumeRoleOutput {
    pub assumed_role_user: Option<AssumedRoleUser>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "it is printed")]
pub struct AssumedRoleUser {
    pub assumed_role_id: String,
    pub arn: String,
}

/// The input, as it is sent.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Form<'i> {
    action: &'static str,
    version: &'static str,
    role_arn: &'i str,
    role_session_name: &'i str,
}

/// The answer has the output in it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    assume_role_result: AssumeRoleOutput,
}

pub async fn assume_role(aws: &Aws, input: &AssumeRole) -> Done<AssumeRoleOutput> {
    let answer = aws.send("sts", request(aws, input)?).await?;
    Ok(xml::<Answer>(&answer)?.assume_role_result)
}

fn request(aws: &Aws, input: &AssumeRole) -> Done<Unsigned> {
    let input = Form {
        action: "AssumeRole",
        version: "2011-06-15",
        role_arn: &input.role_arn,
        role_session_name: &input.role_session_name,
    };
    form(&aws.endpoint("sts"), &input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::tests::aws;
    use crate::services::tests::told;

    #[test]
    fn a_role_is_asked_for_and_its_user_is_read() {
        let input = AssumeRole {
            role_arn: "arn:aws:iam::111122223333:role/orders".to_owned(),
            role_session_name: "orders".to_owned(),
        };
        let expected = "POST https://sts.eu-west-1.amazonaws.com/\n\n\
                        Action=AssumeRole&Version=2011-06-15\
                        &RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Forders&RoleSessionName=orders";
        assert_eq!(told(request(&aws(), &input).expect("a request")), expected);
        let answer = "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>\
                      <AssumedRoleUser><Arn>arn:orders</Arn><AssumedRoleId>AROA:orders</AssumedRoleId></AssumedRoleUser>\
                      <PackedPolicySize>8</PackedPolicySize></AssumeRoleResult></AssumeRoleResponse>";
        let answer: Answer = xml(answer.as_bytes()).expect("a role");
        let user = answer.assume_role_result.assumed_role_user.expect("a user");
        assert_eq!(
            (&*user.arn, &*user.assumed_role_id),
            ("arn:orders", "AROA:orders")
        );
    }
}
