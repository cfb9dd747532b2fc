using Codex.Platform.Sqlite;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Sqlite;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public void An_empty_file_is_an_empty_database()
    {
        using var directory = new TempDirectory();

        Assert.Equal("ok", Read(directory.Write("a.sqlite", ""), "PRAGMA integrity_check"));
        Assert.Equal("é|1", Read(directory.Write("a.sqlite", ""), "SELECT 'é' || '|' || 1"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_stays_as_it_is()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("a.sqlite", new string('x', 4096));

        Assert.Contains("not a database", Assert.Throws<SqliteException>(() => Read(path, "PRAGMA integrity_check")).Message, StringComparison.Ordinal);
        Assert.Equal(4096, new FileInfo(path).Length);
    }

    [Fact]
    public void Nothing_is_created()
    {
        using var directory = new TempDirectory();

        Assert.Throws<SqliteException>(() => Read(directory["missing.sqlite"], "SELECT 1"));
        Assert.Empty(Directory.GetFiles(directory.Root));
    }

    private static string? Read(string path, string sql)
    {
        try
        {
            using var database = SqliteDatabase.OpenReadOnly(path);
            return Assert.Single(database.Query(sql))[0];
        }
        catch (SqliteException exception) when (exception.IsLibraryMissing)
        {
            Assert.Skip("there is no SQLite on this system");
            return null;
        }
    }
}
