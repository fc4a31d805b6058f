//! Reading 1000 scheduled actions of Auto Scaling as XML, and writing them as a form.

mod actions;

use std::hint::black_box;

use actions::{Action, GROUP};
use aws_sdk_autoscaling::operation::batch_put_scheduled_update_group_action as put;
use aws_sdk_autoscaling::operation::describe_scheduled_actions as describe;
use aws_sdk_autoscaling::types::ScheduledUpdateGroupActionRequest as OfficialRequest;
use http::Response;
use peer_measure::{Peer, measure};
use peer_micro::{Reader, Writer};
use scaling::Operation;
use scaling::scaling::types::ScheduledUpdateGroupActionRequest;
use scaling::scaling::{
    BatchPutScheduledUpdateGroupActionInput, DescribeScheduledActionsInput,
    DescribeScheduledActionsOutput,
};

fn main() {
    let actions = actions::actions();
    let xml = actions::answer(&actions);
    let response = Response::new(xml.clone());
    let read =
        || DescribeScheduledActionsInput::response(&(&response).into()).expect("scheduled actions");
    let operation = describe::DescribeScheduledActions::new();
    let official = Reader::<describe::DescribeScheduledActionsOutput>::of(&operation, &xml);
    let input = input(&actions);
    let official_input = official_input(&actions);
    let write = |input: BatchPutScheduledUpdateGroupActionInput| {
        input.request().expect("scheduled actions").into_body()
    };
    let mut official_writer = Writer::of(&put::BatchPutScheduledUpdateGroupAction::new());

    // All of them read and write the same.
    let ours = read();
    assert_eq!(xml.len() / 1000, 257, "kB, as the table says");
    let values = ours.scheduled_update_group_actions.as_deref();
    let values = values.expect("a list of them");
    assert_eq!(values.len(), actions.len());
    let by_official = official.read();
    let by_official = by_official.scheduled_update_group_actions();
    assert_eq!(format!("{by_official:?}"), format!("{values:?}"));
    let form = write(input.clone());
    assert_eq!(form.len() / 1000, 292, "kB, as the table says");
    let by_official = official_writer.write(official_input.clone());
    let by_official = by_official.body().bytes().expect("it is in memory");
    assert_eq!(text(by_official), text(&form));

    measure(vec![
        Peer::new("read: official", || official.read()),
        Peer::new("read: Tinsmith", read),
        Peer::new("read: bound", || bound(&xml, &ours)),
        Peer::prepared(
            "write: official",
            || official_input.clone(),
            |input| official_writer.write(input),
        ),
        Peer::prepared("write: Tinsmith", || input.clone(), write),
    ]);
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// What no reader can do without: the beginning of every tag and of every entity is found, and what
/// the output owns is allocated and filled.
fn bound(xml: &[u8], output: &DescribeScheduledActionsOutput) -> DescribeScheduledActionsOutput {
    black_box(memchr::memchr2_iter(b'<', b'&', xml).count());
    output.clone()
}

fn input(actions: &[Action]) -> BatchPutScheduledUpdateGroupActionInput {
    let requests = actions.iter().map(|action| {
        ScheduledUpdateGroupActionRequest::builder()
            .scheduled_action_name(&action.name)
            .start_time(action.start_time)
            .recurrence(&action.recurrence)
            .desired_capacity(action.desired_capacity)
            .build()
    });
    let mut input = BatchPutScheduledUpdateGroupActionInput::builder().build();
    input.auto_scaling_group_name = Some(GROUP.to_owned());
    input.scheduled_update_group_actions = Some(requests.collect());
    input
}

fn official_input(actions: &[Action]) -> put::BatchPutScheduledUpdateGroupActionInput {
    let requests = actions.iter().map(|action| {
        OfficialRequest::builder()
            .scheduled_action_name(&action.name)
            .start_time(action.start_time)
            .recurrence(&action.recurrence)
            .desired_capacity(action.desired_capacity)
            .build()
    });
    let input = put::BatchPutScheduledUpdateGroupActionInput::builder()
        .auto_scaling_group_name(GROUP)
        .set_scheduled_update_group_actions(Some(requests.collect()));
    input.build().expect("an input")
}
