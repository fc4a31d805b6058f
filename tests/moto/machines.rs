//! ec2Query: EC2.

use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use clients::RequestId as _;
use clients::ec2;
use clients::ec2::types::{
    Filter, InstanceStateName, InstanceType, ResourceType, Tag, TagSpecification,
};
use clients::ec2::{DescribeInstancesInput, DescribeVpcsInput};

use crate::{LIMIT, Outcome, PAUSE};

pub async fn a_network_comes_about_and_goes(client: &ec2::Client) -> Outcome {
    let name = Tag::builder().key("Name").value("north & south").build();
    let tags = TagSpecification::builder();
    let tags = tags.resource_type(ResourceType::Vpc).tags([name]).build();
    let call = client.create_vpc().cidr_block("10.0.0.0/16");
    let made = call.tag_specifications([tags]).send().await?;
    assert!(made.request_id().is_some());
    let id = made.vpc.and_then(|vpc| vpc.vpc_id).expect("an id");

    let network = DescribeVpcsInput::builder().vpc_ids([id.as_str()]).build();
    let waited = client
        .wait_until_vpc_available(network)
        .within(LIMIT)
        .await?;
    println!("{}", waited.reason);
    let networks = waited.into_output().and_then(|output| output.vpcs);
    let tags = networks.and_then(|mut networks| networks.remove(0).tags);
    let tag = tags.expect("tags").remove(0);
    assert_eq!(tag.value.as_deref(), Some("north & south"));

    client.delete_vpc().vpc_id(&id).send().await?;
    let gone = client.describe_vpcs().vpc_ids([id.as_str()]).send().await;
    let gone = gone.expect_err("it is gone");
    println!("{gone}");
    assert_eq!(gone.code(), Some("InvalidVpcID.NotFound"));
    assert!(gone.message().is_some_and(|message| message.contains(&id)));
    assert!(gone.request_id().is_some());
    Ok(())
}

pub async fn instances_come_about_and_go(client: &ec2::Client) -> Outcome {
    let mut ids = Vec::new();
    for _ in 0..7 {
        let call = client.run_instances().min_count(1).max_count(1);
        let call = call
            .image_id("ami-12c6146b")
            .instance_type(InstanceType::T2Micro);
        let instances = call.send().await?.instances.expect("instances");
        ids.extend(
            instances
                .into_iter()
                .filter_map(|instance| instance.instance_id),
        );
    }
    assert_eq!(ids.len(), 7);
    let all = DescribeInstancesInput::builder()
        .instance_ids(ids.clone())
        .build();
    let running = client.wait_until_instance_running(all.clone());
    let running = running
        .min_delay(PAUSE)
        .max_delay(PAUSE)
        .within(LIMIT)
        .await?;
    println!("{} after {} calls", running.reason, running.calls);

    let state = Filter::builder()
        .name("instance-state-name")
        .values(["running"])
        .build();
    let call = client.describe_instances().filters([state]).max_results(5);
    let pages: Vec<_> = call.paginate().try_collect().await?;
    let reservations = pages
        .iter()
        .map(|page| page.reservations.as_ref().map_or(0, Vec::len));
    assert_eq!(reservations.collect::<Vec<_>>(), [5, 2]);

    client
        .terminate_instances()
        .instance_ids(ids)
        .send()
        .await?;
    let gone = client.wait_until_instance_terminated(all.clone());
    let gone = gone.min_delay(PAUSE).max_delay(PAUSE).within(LIMIT).await?;
    println!("{}", gone.reason);
    let reservations = gone.into_output().and_then(|output| output.reservations);
    let instances = reservations
        .into_iter()
        .flatten()
        .filter_map(|one| one.instances);
    for instance in instances.flatten() {
        let state = instance.state.and_then(|state| state.name);
        assert_eq!(state, Some(InstanceStateName::Terminated));
    }
    let never = client.wait_until_instance_running(all).within(LIMIT).await;
    println!("{}", never.expect_err("they are terminated"));

    let call = client
        .describe_instances()
        .instance_ids(["i-0123456789abcdef0"]);
    let missing = call.send().await.expect_err("there is none");
    println!("{missing}");
    assert_eq!(missing.code(), Some("InvalidInstanceID.NotFound"));
    Ok(())
}
