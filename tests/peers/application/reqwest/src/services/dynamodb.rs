//! DynamoDB.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Aws, Done, Unsigned, json};

/// A value of an attribute; bytes are in base64.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub enum AttributeValue {
    B(String),
    #[serde(rename = "BOOL")]
    Bool(bool),
    #[serde(rename = "BS")]
    Bytes(Vec<String>),
    L(Vec<AttributeValue>),
    M(Item),
    N(String),
    #[serde(rename = "NS")]
    Numbers(Vec<String>),
    #[serde(rename = "NULL")]
    Null(bool),
    S(String),
    #[serde(rename = "SS")]
    Strings(Vec<String>),
}

/// The attributes of an item, or those of its key.
pub type Item = HashMap<String, AttributeValue>;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetItem {
    pub table_name: String,
    pub key: Item,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetItemOutput {
    pub item: Option<Item>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutItem {
    pub table_name: String,
    pub item: Item,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Query {
    pub table_name: String,
    pub index_name: String,
    pub key_condition_expression: String,
    pub expression_attribute_names: HashMap<String, String>,
    pub expression_attribute_values: Item,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct QueryOutput {
    pub items: Option<Vec<Item>>,
}

pub async fn get_item(aws: &Aws, input: &GetItem) -> Done<GetItemOutput> {
    let answer = aws
        .send("dynamodb", request(aws, "GetItem", input)?)
        .await?;
    Ok(serde_json::from_slice(&answer)?)
}

pub async fn put_item(aws: &Aws, input: &PutItem) -> Done {
    aws.send("dynamodb", request(aws, "PutItem", input)?)
        .await?;
    Ok(())
}

pub async fn query(aws: &Aws, input: &Query) -> Done<QueryOutput> {
    let answer = aws.send("dynamodb", request(aws, "Query", input)?).await?;
    Ok(serde_json::from_slice(&answer)?)
}

fn request(aws: &Aws, operation: &str, input: &impl Serialize) -> Done<Unsigned> {
    let target = format!("DynamoDB_20120810.{operation}");
    json(&aws.endpoint("dynamodb"), &target, input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::tests::aws;
    use crate::services::tests::told;

    fn item(name: &str, value: AttributeValue) -> Item {
        HashMap::from([(name.to_owned(), value)])
    }

    fn order() -> AttributeValue {
        AttributeValue::S("order-7".to_owned())
    }

    #[test]
    fn an_item_is_asked_for_and_read() {
        let input = GetItem {
            table_name: "orders".to_owned(),
            key: item("id", order()),
        };
        let request = request(&aws(), "GetItem", &input).expect("a request");
        let expected = "POST https://dynamodb.eu-west-1.amazonaws.com/\nDynamoDB_20120810.GetItem\n\
                        {\"TableName\":\"orders\",\"Key\":{\"id\":{\"S\":\"order-7\"}}}";
        assert_eq!(told(request), expected);
        let answer = r#"{"Item":{"parts":{"L":[{"N":"2"},{"NULL":true}]}}}"#;
        let output: GetItemOutput = serde_json::from_str(answer).expect("an item");
        let parts = vec![
            AttributeValue::N("2".to_owned()),
            AttributeValue::Null(true),
        ];
        assert_eq!(output.item, Some(item("parts", AttributeValue::L(parts))));
        let none: GetItemOutput = serde_json::from_str("{}").expect("no item");
        assert_eq!(none.item, None);
    }

    #[test]
    fn an_item_is_put() {
        let input = PutItem {
            table_name: "orders".to_owned(),
            item: item("id", order()),
        };
        let body = serde_json::to_string(&input).expect("JSON");
        assert_eq!(
            body,
            r#"{"TableName":"orders","Item":{"id":{"S":"order-7"}}}"#
        );
    }

    #[test]
    fn items_are_found_by_an_index() {
        let input = Query {
            table_name: "orders".to_owned(),
            index_name: "by-state".to_owned(),
            key_condition_expression: "#state = :state".to_owned(),
            expression_attribute_names: HashMap::from([("#state".to_owned(), "state".to_owned())]),
            expression_attribute_values: item(":state", AttributeValue::S("open".to_owned())),
        };
        let body = serde_json::to_string(&input).expect("JSON");
        let expected = "{\"TableName\":\"orders\",\"IndexName\":\"by-state\",\
                        \"KeyConditionExpression\":\"#state = :state\",\
                        \"ExpressionAttributeNames\":{\"#state\":\"state\"},\
                        \"ExpressionAttributeValues\":{\":state\":{\"S\":\"open\"}}}";
        assert_eq!(body, expected);
        let answer = r#"{"Count":1,"Items":[{"id":{"S":"order-7"}}]}"#;
        let output: QueryOutput = serde_json::from_str(answer).expect("items");
        assert_eq!(output.items, Some(vec![item("id", order())]));
    }
}
