using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Platform.Files;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Windows;

/// <summary>
/// <c>&lt;CODEX_HOME&gt;/cap_sid</c>: the made-up identities by which sandboxed programs may write, one for each directory, so that
/// what one workspace was allowed opens no other (<c>windows-sandbox-rs/src/cap.rs</c>).
/// </summary>
internal sealed class CapabilityFile
{
    private const string Workspace = "workspace";
    private const string ReadOnly = "readonly";
    private const string ByDirectory = "workspace_by_cwd";
    private const string ByRoot = "writable_root_by_path";

    private readonly string _path;
    private readonly Func<string> _create;
    private readonly SortedDictionary<string, string> _fixed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _directories = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _roots = new(StringComparer.Ordinal);
    private bool _isChanged;

    private CapabilityFile(string path, Func<string> create)
    {
        _path = path;
        _create = create;
    }

    /// <summary>Reads the file; what is missing in it is made up.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Makes up an identity; null for a random one.</param>
    public static CapabilityFile Load(string path, Func<string>? create = null)
    {
        var file = new CapabilityFile(path, create ?? CreateRandom);
        if (File.Exists(path))
            file.Read(File.ReadAllText(path).Trim());
        _ = file.Get(file._fixed, Workspace);
        _ = file.Get(file._fixed, ReadOnly);
        return file;
    }

    /// <summary>The identity of programs that may write nothing.</summary>
    public string ReadOnlyIdentity => _fixed[ReadOnly];

    /// <summary>The identity for a writable directory.</summary>
    /// <param name="root">The directory.</param>
    /// <param name="workspace">The workspace; it has a table of its own in the file.</param>
    public string IdentityFor(string root, string workspace) =>
        Key(root) == Key(workspace) ? Get(_directories, Key(root)) : Get(_roots, Key(root));

    /// <summary>Writes what was made up.</summary>
    public void Save()
    {
        if (!_isChanged)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        FileReplacement.Write(_path, Write(), mode: null);
        _isChanged = false;
    }

    private static string Key(string path) => (SymbolicLinks.Canonicalize(path) ?? path).Replace('\\', '/').ToLowerInvariant();

    private static string CreateRandom() => string.Create(CultureInfo.InvariantCulture, $"S-1-5-21-{Part()}-{Part()}-{Part()}-{Part()}");

    private static uint Part() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    private string Get(SortedDictionary<string, string> table, string key)
    {
        if (!table.TryGetValue(key, out var identity))
        {
            table.Add(key, identity = _create());
            _isChanged = true;
        }

        return identity;
    }

    private void Read(string text)
    {
        if (!text.StartsWith('{'))
        {
            // The first form of the file: the workspace's identity alone.
            if (text.Length > 0)
                _fixed.Add(Workspace, text);
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            ReadTable(document.RootElement, _fixed);
            foreach (var (name, table) in ((string, SortedDictionary<string, string>)[])[(ByDirectory, _directories), (ByRoot, _roots)])
            {
                if (document.RootElement.TryGetProperty(name, out var entries))
                    ReadTable(entries, table);
            }
        }
        catch (JsonException)
        {
            // Unreadable identities open nothing: new ones are made up.
        }
    }

    private static void ReadTable(JsonElement entries, SortedDictionary<string, string> table)
    {
        foreach (var entry in entries.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String)
                table[entry.Name] = entry.Value.GetString()!;
        }
    }

    private byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString(Workspace, _fixed[Workspace]);
            writer.WriteString(ReadOnly, _fixed[ReadOnly]);
            WriteTable(writer, ByDirectory, _directories);
            WriteTable(writer, ByRoot, _roots);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteTable(Utf8JsonWriter writer, string name, SortedDictionary<string, string> table)
    {
        writer.WriteStartObject(name);
        foreach (var (key, identity) in table)
            writer.WriteString(key, identity);
        writer.WriteEndObject();
    }
}
