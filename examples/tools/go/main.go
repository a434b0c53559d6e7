// Who said what, in Go with github.com/mattn/go-sqlite3. The tag brings FTS5, which the index of quotes is:
//
//	go run -tags sqlite_fts5 . news.db ./newsroom
package main

import (
	"database/sql"
	"fmt"
	"log"
	"os"

	"github.com/mattn/go-sqlite3"
)

func main() {
	path, extension := os.Args[1], os.Args[2]
	// A driver of its own: each connection of the pool loads the extension as it opens.
	sql.Register("newsroom", &sqlite3.SQLiteDriver{Extensions: []string{extension}})
	db, err := sql.Open("newsroom", path)
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	for _, step := range []func(*sql.DB) error{versions, whoSaidWhat, index, mostQuoted} {
		if err := step(db); err != nil {
			log.Fatal(err)
		}
	}
}

func versions(db *sql.DB) error {
	var newsroom, sqlite string
	if err := db.QueryRow("SELECT newsroom_version(), sqlite_version()").Scan(&newsroom, &sqlite); err != nil {
		return err
	}
	fmt.Printf("newsroom %s, SQLite %s\n", newsroom, sqlite)
	return nil
}

func whoSaidWhat(db *sql.DB) error {
	fmt.Println("\nWho said what in article 1?")
	rows, err := db.Query(`
		SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
		WHERE a.id = ? AND q.named = 1 AND q.kind = 'direct' AND q.part = 1`, 1)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var speaker, cue, quote string
		if err := rows.Scan(&speaker, &cue, &quote); err != nil {
			return err
		}
		fmt.Printf("%-31s  %-17s  %s\n", speaker, cue, quote)
	}
	return rows.Err()
}

func index(db *sql.DB) error {
	fmt.Println("\nIndexing")
	columns := `{"title": "title", "published": "published", "outlet": "outlet", "url": "url"}`
	if _, err := db.Exec("SELECT newsroom_index('articles', 'body', ?)", columns); err != nil {
		return err
	}
	batches, err := db.Query("SELECT done, total FROM newsroom_refresh('articles')")
	if err != nil {
		return err
	}
	defer batches.Close()
	for batches.Next() {
		var done, total int
		if err := batches.Scan(&done, &total); err != nil {
			return err
		}
		fmt.Printf("%d of %d articles\n", done, total)
	}
	return batches.Err()
}

func mostQuoted(db *sql.DB) error {
	fmt.Println("\nWho is quoted most, and where?")
	rows, err := db.Query(`
		SELECT outlet, speaker, count(*) FROM newsroom_said WHERE named = 1 AND part = 1
		GROUP BY outlet, speaker ORDER BY count(*) DESC, outlet, speaker LIMIT 5`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var outlet, speaker string
		var quotes int
		if err := rows.Scan(&outlet, &speaker, &quotes); err != nil {
			return err
		}
		fmt.Printf("%-16s  %-18s  %d\n", outlet, speaker, quotes)
	}
	return rows.Err()
}
