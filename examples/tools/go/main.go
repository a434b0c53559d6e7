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
	if err := versions(db); err != nil {
		log.Fatal(err)
	}
	if err := whoSaidWhat(db, 1); err != nil {
		log.Fatal(err)
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

func whoSaidWhat(db *sql.DB, article int) error {
	fmt.Printf("\nWho said what in article %d?\n", article)
	rows, err := db.Query(`
		SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
		WHERE a.id = ? AND q.named = 1 AND q.kind = 'direct' AND q.part = 1`, article)
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
