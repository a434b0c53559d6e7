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
}
