using System.Text.Json;

namespace Codex.Cli.Sessions;

/// <summary>The secrets in a file of credentials, read again when the file has changed.</summary>
/// <param name="path">The file; it need not exist.</param>
internal sealed class CredentialFile(string path)
{
    private const int Shortest = 16;
    private static readonly string[] s_names = ["token", "key", "secret"];

    private (DateTime Changed, long Length) _seen;

    /// <summary>What was in it when it was last read.</summary>
    public IReadOnlyList<string> Values { get; private set; } = [];

    /// <summary>Reads it if it has changed; says whether it had.</summary>
    public bool Refresh()
    {
        var file = new FileInfo(path);
        var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        if (now == _seen)
            return false;
        _seen = now;
        Values = file.Exists ? Read(path) : [];
        return true;
    }

    private static List<string> Read(string path)
    {
        var values = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(File.ReadAllBytes(path));
            var name = "";
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    name = reader.GetString()!;
                else if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: >= Shortest } value && IsSecret(name))
                    values.Add(value);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Whoever needs the credentials says what is wrong with them; what was read counts.
        }

        return values;
    }

    private static bool IsSecret(string name) => Array.Exists(s_names, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
