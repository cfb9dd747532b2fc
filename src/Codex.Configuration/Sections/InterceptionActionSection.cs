using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions.x.network.mitm.actions.y]</c>: what is done to a request.</summary>
public sealed record InterceptionActionSection
{
    /// <summary>Headers that are taken out.</summary>
    public IReadOnlyList<string> StripRequestHeaders { get; init; } = [];

    /// <summary>Headers that are put in.</summary>
    public IReadOnlyList<InjectedHeaderSection> InjectRequestHeaders { get; init; } = [];

    /// <summary>Whether nothing is done.</summary>
    public bool IsEmpty => StripRequestHeaders.Count == 0 && InjectRequestHeaders.Count == 0;

    internal static InterceptionActionSection Read(TableReader table) => new()
    {
        StripRequestHeaders = table.Strings("strip_request_headers") ?? [],
        InjectRequestHeaders = table.Sections("inject_request_headers", "struct NetworkMitmInjectedHeaderToml", InjectedHeaderSection.Read) ?? [],
    };
}
