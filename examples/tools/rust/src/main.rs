//! Who said what, in Rust with rusqlite (features "bundled" and "load_extension").
//!
//!     cargo run -- news.db ./newsroom

use rusqlite::{Connection, LoadExtensionGuard, Result};

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let (Some(path), Some(extension)) = (args.next(), args.next()) else {
        panic!("usage: newsroom-example news.db ./newsroom");
    };
    let db = Connection::open(path)?;
    load(&db, &extension)?;
    versions(&db)?;
    who_said_what(&db, 1)
}

/// Extensions may be loaded while the guard lives, and no longer.
fn load(db: &Connection, extension: &str) -> Result<()> {
    // SAFETY: the file is the one that this tree built.
    unsafe {
        let _guard = LoadExtensionGuard::new(db)?;
        db.load_extension(extension, None::<&str>)
    }
}

fn versions(db: &Connection) -> Result<()> {
    let (newsroom, sqlite): (String, String) =
        db.query_row("SELECT newsroom_version(), sqlite_version()", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    println!("newsroom {newsroom}, SQLite {sqlite}");
    Ok(())
}

fn who_said_what(db: &Connection, article: i64) -> Result<()> {
    println!("\nWho said what in article {article}?");
    let mut said = db.prepare(
        "SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
         WHERE a.id = ? AND q.named = 1 AND q.kind = 'direct' AND q.part = 1",
    )?;
    let mut rows = said.query([article])?;
    while let Some(row) = rows.next()? {
        let (speaker, cue, quote): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        println!("{speaker:<31}  {cue:<17}  {quote}");
    }
    Ok(())
}
