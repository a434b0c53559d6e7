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
    who_said_what(&db, 1)?;
    index(&db)?;
    most_quoted(&db)
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

fn index(db: &Connection) -> Result<()> {
    println!("\nIndexing");
    let columns = r#"{"title": "title", "published": "published", "outlet": "outlet", "url": "url"}"#;
    let _told: String = db.query_row("SELECT newsroom_index('articles', 'body', ?)", [columns], |row| row.get(0))?;
    let mut refresh = db.prepare("SELECT done, total FROM newsroom_refresh('articles')")?;
    let mut batches = refresh.query([])?;
    while let Some(batch) = batches.next()? {
        let (done, total): (i64, i64) = (batch.get(0)?, batch.get(1)?);
        println!("{done} of {total} articles");
    }
    Ok(())
}

fn most_quoted(db: &Connection) -> Result<()> {
    println!("\nWho is quoted most, and where?");
    let mut most = db.prepare(
        "SELECT outlet, speaker, count(*) FROM newsroom_said WHERE named = 1 AND part = 1
         GROUP BY outlet, speaker ORDER BY count(*) DESC, outlet, speaker LIMIT 5",
    )?;
    let mut rows = most.query([])?;
    while let Some(row) = rows.next()? {
        let (outlet, speaker, quotes): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        println!("{outlet:<16}  {speaker:<18}  {quotes}");
    }
    Ok(())
}
