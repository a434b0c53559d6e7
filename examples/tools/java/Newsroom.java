// Who said what, in Java with org.xerial:sqlite-jdbc (pom.xml beside this says which).
//
//     java -cp sqlite-jdbc.jar examples/tools/java/Newsroom.java news.db ./newsroom

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

class Newsroom {
    private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(true);
        try (Connection db = config.createConnection("jdbc:sqlite:" + args[0])) {
            try (PreparedStatement load = db.prepareStatement("SELECT load_extension(?)")) {
                load.setString(1, args[1]);
                load.execute();
            }
            versions(db);
            whoSaidWhat(db, 1);
            index(db);
            mostQuoted(db);
        }
    }

    private static void versions(Connection db) throws SQLException {
        try (Statement ask = db.createStatement();
                ResultSet row = ask.executeQuery("SELECT newsroom_version(), sqlite_version()")) {
            out.printf("newsroom %s, SQLite %s%n", row.getString(1), row.getString(2));
        }
    }

    private static void whoSaidWhat(Connection db, int article) throws SQLException {
        out.println("\nWho said what in article " + article + "?");
        try (PreparedStatement said = db.prepareStatement("""
                SELECT q.speaker, q.cue, q.quote FROM articles AS a, extract_quotes(a.body) AS q
                WHERE a.id = ? AND q.named = 1 AND q.kind = 'direct' AND q.part = 1""")) {
            said.setInt(1, article);
            for (ResultSet row = said.executeQuery(); row.next();) {
                out.printf("%-31s  %-17s  %s%n", row.getString(1), row.getString(2), row.getString(3));
            }
        }
    }

    private static void index(Connection db) throws SQLException {
        out.println("\nIndexing");
        try (PreparedStatement index = db.prepareStatement("SELECT newsroom_index('articles', 'body', ?)")) {
            index.setString(1, """
                    {"title": "title", "published": "published", "outlet": "outlet", "url": "url"}""");
            index.execute();
        }
        try (Statement refresh = db.createStatement();
                ResultSet batch = refresh.executeQuery("SELECT done, total FROM newsroom_refresh('articles')")) {
            while (batch.next()) {
                out.printf("%d of %d articles%n", batch.getInt(1), batch.getInt(2));
            }
        }
    }

    private static void mostQuoted(Connection db) throws SQLException {
        out.println("\nWho is quoted most, and where?");
        try (Statement ask = db.createStatement();
                ResultSet row = ask.executeQuery("""
                    SELECT outlet, speaker, count(*) FROM newsroom_said WHERE named = 1 AND part = 1
                    GROUP BY outlet, speaker ORDER BY count(*) DESC, outlet, speaker LIMIT 5""")) {
            while (row.next()) {
                out.printf("%-16s  %-18s  %d%n", row.getString(1), row.getString(2), row.getInt(3));
            }
        }
    }
}
