//! awsQuery with templates within forms: CloudFormation.

use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use clients::RequestId as _;
use clients::cloudformation;
use clients::cloudformation::DescribeStacksInput;
use clients::cloudformation::types::{Parameter, StackStatus};

use crate::{LIMIT, Outcome, PAUSE};

const TEMPLATE: &str = r#"{
  "Parameters": { "Name": { "Type": "String" } },
  "Resources": { "Topic": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": { "Ref": "Name" } } } },
  "Outputs": { "Arn": { "Value": { "Ref": "Topic" } } }
}"#;

pub async fn stacks_come_about_and_go(client: &cloudformation::Client) -> Outcome {
    let early = DescribeStacksInput::builder().stack_name("stack-0").build();
    let early = client
        .wait_until_stack_create_complete(early)
        .within(LIMIT)
        .await;
    let early = early.expect_err("there is none");
    println!("{early}");
    let code = early.call_error().and_then(|error| error.code());
    assert_eq!(code, Some("ValidationError"));

    for number in 0..3 {
        let topic = Parameter::builder().parameter_key("Name");
        let topic = topic.parameter_value(format!("topic-{number}")).build();
        let call = client.create_stack().stack_name(format!("stack-{number}"));
        let made = call
            .template_body(TEMPLATE)
            .parameters([topic])
            .send()
            .await?;
        assert!(made.request_id().is_some());
    }
    let stack = DescribeStacksInput::builder().stack_name("stack-1").build();
    let waiting = client.wait_until_stack_create_complete(stack.clone());
    let waited = waiting
        .min_delay(PAUSE)
        .max_delay(PAUSE)
        .within(LIMIT)
        .await?;
    println!("{}", waited.reason);
    let stacks = waited.into_output().and_then(|output| output.stacks);
    let outputs = stacks.and_then(|mut stacks| stacks.remove(0).outputs);
    let topic = outputs.and_then(|mut outputs| outputs.remove(0).output_value);
    assert!(topic.is_some_and(|topic| topic.ends_with(":topic-1")));

    let listed: Vec<_> = client
        .describe_stacks()
        .paginate()
        .items()
        .try_collect()
        .await?;
    assert_eq!(listed.len(), 3);

    client.delete_stack().stack_name("stack-1").send().await?;
    let gone = client.wait_until_stack_delete_complete(stack);
    println!("{}", gone.within(LIMIT).await?.reason);
    let call = client
        .list_stacks()
        .stack_status_filter([StackStatus::DeleteComplete]);
    let gone: Vec<_> = call.paginate().items().try_collect().await?;
    assert_eq!(gone.len(), 1);

    let again = client
        .create_stack()
        .stack_name("stack-0")
        .template_body(TEMPLATE);
    let again = again.send().await.expect_err("there is one of this name");
    println!("{again}");
    let exists = matches!(
        again.as_service_error(),
        Some(cloudformation::CreateStackError::AlreadyExistsException(_))
    );
    assert!(exists, "{again:?}");
    assert_eq!(again.code(), Some("AlreadyExistsException"));
    Ok(())
}
