using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Cli.Updates;

/// <summary>What was last heard of newer versions, in <c>version.json</c> (<c>codex-rs/tui/src/updates.rs</c>).</summary>
/// <param name="LatestVersion">The newest version then.</param>
/// <param name="LastCheckedAt">When it was asked for.</param>
/// <param name="DismissedVersion">The version that the user does not want to hear of again.</param>
internal sealed record VersionFile(string LatestVersion, DateTimeOffset LastCheckedAt, string? DismissedVersion)
{
    private const string FileName = "version.json";

    /// <summary>Reads the file of a home directory; null when there is none that can be understood.</summary>
    public static VersionFile? Read(string codexHome)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Join(codexHome, FileName)));
            var root = document.RootElement;
            return new VersionFile(
                root.GetProperty("latest_version").GetString()!,
                root.GetProperty("last_checked_at").GetDateTimeOffset(),
                root.TryGetProperty("dismissed_version", out var dismissed) ? dismissed.GetString() : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Write(string codexHome)
    {
        var path = Path.Join(codexHome, FileName);
        var sibling = $"{path}.tmp";
        using (var file = File.Create(sibling))
        {
            using (var writer = new Utf8JsonWriter(file, JsonFormat.Compact))
            {
                writer.WriteStartObject();
                writer.WriteString("latest_version", LatestVersion);
                writer.WriteString("last_checked_at", LastCheckedAt.UtcDateTime);
                writer.WriteString("dismissed_version", DismissedVersion);
                writer.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }

        File.Move(sibling, path, overwrite: true);
    }
}
