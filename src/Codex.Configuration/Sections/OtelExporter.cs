using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary>Where telemetry goes.</summary>
public sealed record OtelExporter
{
    private static readonly string[] s_kinds = ["none", "statsig", "otlp-http", "otlp-grpc"];

    /// <summary>none, statsig, otlp-http or otlp-grpc.</summary>
    public required string Kind { get; init; }

    /// <summary>Address of the collector.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Headers of requests.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>binary or json; HTTP only.</summary>
    public string? Protocol { get; init; }

    /// <summary>Certificates.</summary>
    public OtelTlsSection? Tls { get; init; }

    internal static OtelExporter? Read(TableReader table, string key)
    {
        if (table.UnionCase(key, s_kinds) is not { } index)
            return null;
        var kind = s_kinds[index];
        if (kind is "none" or "statsig")
            return table.IsUnit(key) ? new OtelExporter { Kind = kind } : null;
        return table.Raw(key) is not TomlTable union
            ? table.Reject<OtelExporter>(key, "invalid type: unit variant, expected struct variant")
            : table.Case(key, kind, union.Entries[0].Value, "struct variant", t => ReadTarget(t, kind));
    }

    private static OtelExporter ReadTarget(TableReader table, string kind) => new()
    {
        Kind = kind,
        Endpoint = table.RequiredString("endpoint"),
        Headers = table.StringMap("headers") ?? new Dictionary<string, string>(),
        Protocol = kind == "otlp-http" ? (table.RequiredVariant("protocol", "binary", "json") == 0 ? "binary" : "json") : null,
        Tls = table.Section("tls", "struct OtelTlsConfig", OtelTlsSection.Read),
    };
}
