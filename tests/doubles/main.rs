//! Doubles of services of AWS's that listen on loopback, and whoever calls them: botocore, in a process of
//! its own, and the official crates.
//!
//! Usage: `doubles PYTHON SCRIPT`

mod dynamodb;
mod license_manager;
#[cfg(feature = "official")]
mod official;
mod s3;

use std::env;
use std::error::Error;
use std::process::Command;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(python), Some(script)) = (arguments.next(), arguments.next()) else {
        return Err("usage: doubles PYTHON SCRIPT".into());
    };
    let (dynamodb, license_manager, s3) =
        (dynamodb::double(), license_manager::double(), s3::double());
    let servers = [dynamodb.serve()?, license_manager.serve()?, s3.serve()?];
    let urls: Vec<String> = servers.iter().map(|server| server.url()).collect();
    let status = Command::new(python).arg(script).args(&urls).status()?;
    if !status.success() {
        return Err("botocore is not content".into());
    }
    let called = [
        dynamodb.called().len(),
        license_manager.called().len(),
        s3.called().len(),
    ];
    println!("botocore made {called:?} calls");
    #[cfg(feature = "official")]
    official::call([&urls[0], &urls[1], &urls[2]]).await?;
    Ok(())
}
