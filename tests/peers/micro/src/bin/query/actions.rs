//! Scheduled actions of Auto Scaling: those that all peers read and write, and the answer that gives
//! them.

use std::fmt::Write as _;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

/// How many there are: as many as S3 lists of objects, which are about as large.
const COUNT: usize = 1000;

/// What the group of all of them is called.
pub const GROUP: &str = "fjord-rendering";

/// One of them.
#[derive(Clone)]
pub struct Action {
    pub name: String,
    pub start_time: DateTime,
    pub recurrence: String,
    pub desired_capacity: i32,
}

/// All of them. Each name has a character that is an entity in XML, as each tag of an object of S3.
pub fn actions() -> Vec<Action> {
    let action = |number: usize| Action {
        name: format!("day & night {number:05}"),
        start_time: DateTime::from_secs(1_767_225_600 + 3600 * number as i64),
        recurrence: format!("{} {} * * *", number % 60, number % 24),
        desired_capacity: (number * 7919 % 1000) as i32,
    };
    (0..COUNT).map(action).collect()
}

/// What `DescribeScheduledActions` answers.
pub fn answer(actions: &[Action]) -> Vec<u8> {
    let mut xml = String::from(
        "<DescribeScheduledActionsResponse \
         xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\">\
         <DescribeScheduledActionsResult><ScheduledUpdateGroupActions>",
    );
    for action in actions {
        let start_time = action.start_time.fmt(Format::DateTime).expect("a time");
        write!(
            xml,
            "<member><ScheduledActionName>{}</ScheduledActionName>\
             <StartTime>{start_time}</StartTime>\
             <AutoScalingGroupName>{GROUP}</AutoScalingGroupName>\
             <Recurrence>{}</Recurrence>\
             <DesiredCapacity>{}</DesiredCapacity></member>",
            action.name.replace('&', "&amp;"),
            action.recurrence,
            action.desired_capacity,
        )
        .expect("there is memory");
    }
    xml.push_str(
        "</ScheduledUpdateGroupActions></DescribeScheduledActionsResult>\
         <ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8e5a96a05e</RequestId>\
         </ResponseMetadata></DescribeScheduledActionsResponse>",
    );
    xml.into_bytes()
}
