//! Items are asked of pages whose model names none: what `.items()` of a paginator demands.

use generated::license_manager::CreateTokenInput;
use generated::support::pagination::WithItems;

fn items<O: WithItems>() {}

fn main() {
    items::<CreateTokenInput>();
}
