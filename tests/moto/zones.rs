//! restXml: Route 53.

use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use clients::RequestId as _;
use clients::route_53;
use clients::route_53::GetChangeInput;
use clients::route_53::types::{
    Change, ChangeAction, ChangeBatch, ResourceRecord, ResourceRecordSet, RrType,
};

use crate::{LIMIT, Outcome, PAUSE};

pub async fn zones_come_about_and_go(client: &route_53::Client) -> Outcome {
    let mut ids = Vec::new();
    for name in [
        "a.example",
        "b.example",
        "c.example",
        "d.example",
        "e.example",
    ] {
        let call = client
            .create_hosted_zone()
            .name(name)
            .caller_reference(name);
        let made = call.send().await?;
        assert!(made.location.contains("/hostedzone/"), "{}", made.location);
        ids.push(id(&made.hosted_zone.id));
    }
    let pages: Vec<_> = client
        .list_hosted_zones()
        .max_items(2)
        .paginate()
        .try_collect()
        .await?;
    let zones = pages.iter().map(|page| page.hosted_zones.len());
    assert_eq!(zones.collect::<Vec<_>>(), [2, 2, 1]);

    let change = change(client, &ids[0], ChangeAction::Upsert).await?;
    let change = GetChangeInput::builder().id(id(&change)).build();
    let waiting = client.wait_until_resource_record_sets_changed(change);
    let waited = waiting
        .min_delay(PAUSE)
        .max_delay(PAUSE)
        .within(LIMIT)
        .await?;
    println!("{}", waited.reason);
    let call = client.list_resource_record_sets().hosted_zone_id(&ids[0]);
    let sets = call.send().await?.resource_record_sets;
    let of_type = |set: &&ResourceRecordSet| set.r#type == RrType::Txt;
    let set = sets.iter().find(of_type).expect("what was written");
    assert_eq!(set.name, "w.a.example.");
    assert_eq!(set.ttl, Some(60));
    let records = set.resource_records.as_ref().expect("records");
    assert_eq!(records[0].value, VALUE);

    self::change(client, &ids[0], ChangeAction::Delete).await?;
    for id in &ids {
        client.delete_hosted_zone().id(id).send().await?;
    }
    let gone = client.get_hosted_zone().id(&ids[0]).send().await;
    let gone = gone.expect_err("it is gone");
    println!("{gone}");
    let missing = matches!(
        gone.as_service_error(),
        Some(route_53::GetHostedZoneError::NoSuchHostedZone(_))
    );
    assert!(missing, "{gone:?}");
    assert_eq!(gone.code(), Some("NoSuchHostedZone"));
    Ok(())
}

/// A text that XML has to escape.
const VALUE: &str = "\"<a> & 'b' é\"";

/// Changes the records of a zone; the id of the change.
async fn change(
    client: &route_53::Client,
    zone: &str,
    action: ChangeAction,
) -> Result<String, Box<dyn std::error::Error>> {
    let record = ResourceRecord::builder().value(VALUE).build();
    let set = ResourceRecordSet::builder()
        .name("w.a.example")
        .r#type(RrType::Txt);
    let set = set.ttl(60).resource_records([record]).build();
    let change = Change::builder()
        .action(action)
        .resource_record_set(set)
        .build();
    let batch = ChangeBatch::builder().changes([change]).build();
    let call = client.change_resource_record_sets().hosted_zone_id(zone);
    let changed = call.change_batch(batch).send().await?;
    let _ = changed.request_id();
    Ok(changed.change_info.id)
}

/// An id without what stands before it.
fn id(told: &str) -> String {
    told.rsplit('/').next().unwrap_or_default().to_owned()
}
