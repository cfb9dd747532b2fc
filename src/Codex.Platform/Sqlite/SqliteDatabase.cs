using System.Runtime.InteropServices;

namespace Codex.Platform.Sqlite;

/// <summary>A database file that exists. The files are caches of other programs; a system without SQLite does without.</summary>
public sealed unsafe class SqliteDatabase : IDisposable
{
    private const int BusyTimeoutMilliseconds = 1000;
    private nint _handle;

    private SqliteDatabase(nint handle) => _handle = handle;

    /// <summary>Opens a file.</summary>
    /// <exception cref="SqliteException">It cannot be opened, or there is no SQLite.</exception>
    public static SqliteDatabase OpenReadOnly(string path) => Open(path, SqliteNative.OpenReadOnly);

    /// <summary>Opens a file for changes.</summary>
    /// <exception cref="SqliteException">It does not exist, it cannot be opened, or there is no SQLite.</exception>
    public static SqliteDatabase OpenExisting(string path) => Open(path, SqliteNative.OpenReadWrite);

    /// <summary>All rows of a query, every column as text.</summary>
    /// <exception cref="SqliteException">SQLite refuses the query or finds the file damaged.</exception>
    public IReadOnlyList<string?[]> Query(string sql)
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        if (SqliteNative.Prepare(_handle, sql, -1, out var statement, 0) != SqliteNative.Ok)
            throw Failure();
        try
        {
            var rows = new List<string?[]>();
            int result;
            while ((result = SqliteNative.Step(statement)) == SqliteNative.Row)
                rows.Add(ReadRow(statement));
            return result == SqliteNative.Done ? rows : throw Failure();
        }
        finally
        {
            _ = SqliteNative.Finish(statement);
        }
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <param name="sql">The statement, with a <c>?</c> for every value.</param>
    /// <param name="values">Texts; columns of numbers take them as numbers.</param>
    /// <exception cref="SqliteException">SQLite refuses.</exception>
    public void Execute(string sql, params ReadOnlySpan<string?> values)
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        if (SqliteNative.Prepare(_handle, sql, -1, out var statement, 0) != SqliteNative.Ok)
            throw Failure();
        try
        {
            for (var index = 0; index < values.Length; index++)
            {
                // What is not bound is null.
                if (values[index] is { } value && SqliteNative.BindText(statement, index + 1, value, -1, SqliteNative.Copied) != SqliteNative.Ok)
                    throw Failure();
            }

            if (SqliteNative.Step(statement) != SqliteNative.Done)
                throw Failure();
        }
        finally
        {
            _ = SqliteNative.Finish(statement);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != 0)
            _ = SqliteNative.Close(_handle);
        _handle = 0;
    }

    private static SqliteDatabase Open(string path, int mode)
    {
        try
        {
            var result = SqliteNative.Open(path, out var handle, mode, 0);
            var database = new SqliteDatabase(handle);
            if (result != SqliteNative.Ok)
            {
                using (database)
                    throw database.Failure();
            }

            _ = SqliteNative.SetBusyTimeout(handle, BusyTimeoutMilliseconds);
            return database;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new SqliteException(exception);
        }
    }

    private static string?[] ReadRow(nint statement)
    {
        var row = new string?[SqliteNative.ColumnCount(statement)];
        for (var column = 0; column < row.Length; column++)
            row[column] = Text(SqliteNative.ColumnText(statement, column));
        return row;
    }

    private static string? Text(byte* text) => text is null ? null : Marshal.PtrToStringUTF8((nint)text);

    private SqliteException Failure() => new(Text(SqliteNative.ErrorMessage(_handle)) ?? "unknown error");
}
