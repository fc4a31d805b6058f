//! DynamoDB: items by their key, which is the attribute `id`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use doubled::double::Double;
use doubled::dynamodb::errors::{Error, ResourceNotFoundException};
use doubled::dynamodb::types::AttributeValue;
use doubled::dynamodb::{
    DynamoDb, GetItemInput, GetItemOutput, ListTablesInput, ListTablesOutput, PutItemInput,
    PutItemOutput,
};

/// The only table that there is.
const TABLE: &str = "clips";

pub fn double() -> Double<DynamoDb> {
    let items: Arc<Mutex<HashMap<String, HashMap<String, AttributeValue>>>> = Arc::default();
    let there = items.clone();
    Double::new()
        .on(move |input: PutItemInput| {
            check(&input.table_name)?;
            let key = key(&input.item);
            items.lock().expect("no panic").insert(key, input.item);
            Ok(PutItemOutput::default())
        })
        .on(move |input: GetItemInput| {
            check(&input.table_name)?;
            let item = there
                .lock()
                .expect("no panic")
                .get(&key(&input.key))
                .cloned();
            let output = GetItemOutput::builder();
            Ok(match item {
                Some(item) => output.item(item).build(),
                None => output.build(),
            })
        })
        .on(|input: ListTablesInput| {
            let output = ListTablesOutput::builder();
            Ok(match input.exclusive_start_table_name {
                None => output
                    .table_names(["boats"])
                    .last_evaluated_table_name("boats")
                    .build(),
                Some(_) => output.table_names([TABLE]).build(),
            })
        })
}

fn check(table: &str) -> Result<(), Error> {
    if table == TABLE {
        return Ok(());
    }
    let error = ResourceNotFoundException::builder().message("no such table");
    Err(Error::ResourceNotFoundException(error.build()))
}

fn key(item: &HashMap<String, AttributeValue>) -> String {
    match item.get("id") {
        Some(AttributeValue::S(id)) => id.clone(),
        _ => String::new(),
    }
}
