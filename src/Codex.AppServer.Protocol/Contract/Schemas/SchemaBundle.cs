using System.Collections.ObjectModel;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>The two documents that hold the whole protocol: by version, and flat with the version in use and what it shares.</summary>
internal sealed class SchemaBundle
{
    private const string Title = "CodexAppServerProtocol";
    private static readonly string[] s_flatUnions = [nameof(MessageKind.ClientRequest), nameof(MessageKind.ServerNotification)];

    private readonly ProtocolContract _contract;
    private readonly SchemaDocument _document;
    private readonly Dictionary<string, SchemaEntry> _outer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaEntry> _inner = new(StringComparer.Ordinal);

    /// <param name="contract">What names mean.</param>
    /// <param name="document">Writes documents.</param>
    /// <param name="roots">The types with documents of their own.</param>
    /// <param name="left">Names of types that are left out.</param>
    public SchemaBundle(ProtocolContract contract, SchemaDocument document, IReadOnlyList<SchemaRoot> roots, IReadOnlySet<string> left)
    {
        _contract = contract;
        _document = document;
        foreach (var root in roots.Where(static root => root.Directory == SchemaRoot.V2))
            Add(root, _inner, static _ => true);
        foreach (var root in roots.Where(static root => root.Directory != SchemaRoot.V2))
            Add(root, _outer, name => root.Directory == SchemaRoot.V1 || !_inner.ContainsKey(name));
        foreach (var name in left)
        {
            _outer.Remove(name);
            _inner.Remove(name);
        }
    }

    /// <summary>Everything, with the version in use one level deeper.</summary>
    public GeneratedFile Versions() => new("codex_app_server_protocol.schemas.json", _document.ForAll(Title, _outer, _inner));

    /// <summary>The version in use, its messages and what they need.</summary>
    public GeneratedFile Flat() => new("codex_app_server_protocol.v2.schemas.json", _document.ForAll(Title + "V2", FlatEntries(), ReadOnlyDictionary<string, SchemaEntry>.Empty));

    private void Add(SchemaRoot root, Dictionary<string, SchemaEntry> entries, Func<string, bool> isWanted)
    {
        foreach (var (name, type) in SchemaClosure.Of(_contract, root.Type))
        {
            if (isWanted(name))
                entries.TryAdd(name, SchemaEntry.Definition(type));
        }

        entries[root.Type.SchemaName] = root.Entry;
    }

    private Dictionary<string, SchemaEntry> FlatEntries()
    {
        var flat = new Dictionary<string, SchemaEntry>(_inner, StringComparer.Ordinal);
        foreach (var union in s_flatUnions)
        {
            flat[union] = _outer[union];
            foreach (var name in SchemaClosure.Of(_contract, _outer[union].Type).Keys)
            {
                if (_outer.TryGetValue(name, out var entry))
                    flat.TryAdd(name, entry);
            }
        }

        return flat;
    }
}
