//! awsQuery: IAM, STS and SNS.

use aws_credential_types::Credentials;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use aws_types::SdkConfig;
use clients::iam::GetUserInput;
use clients::sns::types::MessageAttributeValue;
use clients::{RequestId as _, iam, sns, sts};

use crate::{LIMIT, Outcome, PAUSE, with_credentials};

/// Makes a role; its ARN.
pub async fn a_role_is_made(client: &iam::Client) -> Result<String, Box<dyn std::error::Error>> {
    let call = client.create_role().role_name("greeter");
    let made = call.assume_role_policy_document("{}").send().await?;
    assert!(made.request_id().is_some());
    assert_eq!(made.role.role_name, "greeter");
    Ok(made.role.arn)
}

pub async fn users_come_about_and_go(client: &iam::Client) -> Outcome {
    let ada = GetUserInput::builder().user_name("ada").build();
    let error = client
        .call(ada.clone())
        .await
        .expect_err("there is no user");
    println!("{error}");
    let missing = matches!(
        error.as_service_error(),
        Some(iam::GetUserError::NoSuchEntityException(_))
    );
    assert!(missing, "{error:?}");
    assert_eq!(error.code(), Some("NoSuchEntity"));
    assert!(error.request_id().is_some());

    let waiting = client.wait_until_user_exists(ada);
    let waiting = waiting.min_delay(PAUSE).max_delay(PAUSE).within(LIMIT);
    let making = async {
        tokio::time::sleep(2 * PAUSE).await;
        client
            .create_user()
            .user_name("ada")
            .path("/a & b/")
            .send()
            .await
    };
    let (waited, made) = tokio::join!(waiting, making);
    let user = made?.user.expect("a user");
    assert_eq!(user.path, "/a & b/");
    let waited = waited?;
    println!("{} after {} calls", waited.reason, waited.calls);
    let found = waited.into_output().expect("an output").user;
    assert_eq!(
        (found.user_id, found.create_date),
        (user.user_id, user.create_date)
    );

    for name in ["bo", "cy", "di", "ed"] {
        client.create_user().user_name(name).send().await?;
    }
    let listed: Vec<_> = client
        .list_users()
        .max_items(2)
        .paginate()
        .items()
        .try_collect()
        .await?;
    let names: Vec<&str> = listed.iter().map(|user| user.user_name.as_str()).collect();
    assert_eq!(names, ["ada", "bo", "cy", "di", "ed"]);
    for name in names {
        client.delete_user().user_name(name).send().await?;
    }
    let gone = client.delete_user().user_name("ada").send().await;
    assert_eq!(gone.expect_err("it is gone").code(), Some("NoSuchEntity"));
    Ok(())
}

pub async fn a_role_is_assumed(config: &SdkConfig, role: &str) -> Outcome {
    let client = sts::Client::new(config);
    let call = client
        .assume_role()
        .role_arn(role)
        .role_session_name("morning");
    let credentials = call.send().await?.credentials.expect("credentials");
    let credentials = Credentials::new(
        credentials.access_key_id,
        credentials.secret_access_key,
        Some(credentials.session_token),
        None,
        "moto",
    );
    let client = sts::Client::new(&with_credentials(config, credentials));
    let caller = client.get_caller_identity().send().await?;
    assert!(caller.request_id().is_some());
    let arn = caller.arn.expect("a name");
    assert!(arn.ends_with(":assumed-role/greeter/morning"), "{arn}");
    Ok(())
}

pub async fn topics_come_about_and_go(client: &sns::Client) -> Outcome {
    // There are a hundred on a page.
    for number in 0..105 {
        let call = client.create_topic().name(format!("tides-{number:03}"));
        call.attributes([("DisplayName", "High & low")])
            .send()
            .await?;
    }
    let pages: Vec<_> = client.list_topics().paginate().try_collect().await?;
    let topics = pages
        .iter()
        .map(|page| page.topics.as_ref().map_or(0, Vec::len));
    assert_eq!(topics.collect::<Vec<_>>(), [100, 5]);

    let topics: Vec<_> = client
        .list_topics()
        .paginate()
        .items()
        .try_collect()
        .await?;
    let topic = topics[0].topic_arn.clone().expect("a name");
    let read = client
        .get_topic_attributes()
        .topic_arn(&topic)
        .send()
        .await?;
    let attributes = read.attributes.expect("attributes");
    assert_eq!(attributes["DisplayName"], "High & low");
    let level = MessageAttributeValue::builder()
        .data_type("Number")
        .string_value("3");
    let call = client.publish().topic_arn(&topic).message("<a/>\r\nb");
    let published = call
        .message_attributes([("level", level.build())])
        .send()
        .await?;
    assert!(published.message_id.is_some());

    client.delete_topic().topic_arn(&topic).send().await?;
    let error = client.get_topic_attributes().topic_arn(&topic).send().await;
    let error = error.expect_err("it is gone");
    println!("{error}");
    let missing = matches!(
        error.as_service_error(),
        Some(sns::GetTopicAttributesError::NotFoundException(_))
    );
    assert!(missing, "{error:?}");
    assert_eq!(error.code(), Some("NotFound"));
    Ok(())
}
