using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>An element of <c>[[hooks.Event]]</c>.</summary>
public sealed record HookGroupSection
{
    /// <summary>What it applies to; null for everything.</summary>
    public string? Matcher { get; init; }

    /// <summary>What is run.</summary>
    public IReadOnlyList<HookHandlerSection>? Hooks { get; init; }

    internal static HookGroupSection Read(TableReader table) => new()
    {
        Matcher = table.String("matcher"),
        Hooks = table.Sections("hooks", "struct HookHandlerConfig", HookHandlerSection.Read),
    };
}
