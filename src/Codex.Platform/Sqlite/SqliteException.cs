namespace Codex.Platform.Sqlite;

/// <summary>A database cannot be read or changed.</summary>
public sealed class SqliteException : Exception
{
    /// <summary>SQLite refuses.</summary>
    public SqliteException(string message)
        : base(message)
    {
    }

    /// <summary>There is no SQLite on this system.</summary>
    public SqliteException(Exception innerException)
        : base("SQLite is not on this system", innerException) => IsLibraryMissing = true;

    /// <summary>Whether the library is not there.</summary>
    public bool IsLibraryMissing { get; }
}
